using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

/// <summary>What one import did, for ever: who, when, which file, read how, with what result.</summary>
public sealed class Result(DashboardDb db, DatasetChanges changes) : PageModel
{
    private const int RejectsShown = 100;
    public const int KeptShown = 100;
    public const string UndoQuestion = "Take this import back? New customers go, changed ones get their old values. Who was corrected by hand since stays so, who was erased stays erased, and finished segmentations keep their figures.";
    public const string NotNow = "Only the latest import can be taken back, and not while another is under way.";

    public Import Import { get; private set; } = null!;
    public ImportOptions Options { get; private set; } = null!;
    public IReadOnlyList<RejectedRow> Rejects { get; private set; } = [];
    public bool CanUndo { get; private set; }

    /// <summary>Customers who stayed as they were when the import was taken back.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];
    public bool IsShown => Import.Status == WorkStatus.Completed && Import.Dataset.Version == Import.Version;

    public string ReadAs
    {
        get
        {
            var format = Options.Format;
            var delimiter = format.Delimiter switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", var other => other.ToString() };
            return $"{format.EncodingName}, {delimiter} between values, decimal {(format.DecimalMark == ',' ? "comma" : "point")}";
        }
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, import) = (int.Parse((string)RouteData.Values["id"]!), int.Parse((string)RouteData.Values["import"]!));
        if (await db.Imports.Include(i => i.Dataset.Columns).SingleOrDefaultAsync(i => i.Id == import && i.DatasetId == id) is not { } found)
        {
            context.Result = NotFound();
            return;
        }
        (Import, Options) = (found, ImportOptions.FromJson(found.Options));
        await next();
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        var back = await changes.UndoAsync(Import);
        TempData[back is null ? "Warning" : "Notice"] = back?.Text ?? NotNow;
        return Redirect($"/datasets/{Import.DatasetId}/imports/{Import.Id}");
    }

    public async Task OnGetAsync()
    {
        CanUndo = await changes.CanUndoAsync(Import);
        Kept = Import.Status == WorkStatus.Undone && Import.Dataset.Version > 0 ? await changes.KeptAsync(Import) : [];
        Rejects = await db.RejectedRows.Where(r => r.ImportId == Import.Id).OrderBy(r => r.Id).Take(RejectsShown).ToListAsync();
        if (Rejects.Count + Kept.Count > 0)
        {
            HttpContext.MarkAsNamingPeople();
        }
    }
}
