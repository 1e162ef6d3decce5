using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

public sealed class Show(DashboardDb db, DatasetChanges changes, WorkQueue queue, CustomerStore store, AuditLog audit) : PageModel
{
    private const int RejectsShown = 20;

    public Import Import { get; private set; } = null!;
    public Dataset Dataset => Import.Dataset;
    public bool IsReady => Dataset.Customers > 0;
    public bool CanUndo { get; private set; }
    public IReadOnlyList<Import> History { get; private set; } = [];
    public IReadOnlyList<Column> Columns => [.. Dataset.Columns.OrderBy(c => c.Position)];
    public IReadOnlyList<RejectedRow> Rejects { get; private set; } = [];
    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public string? LeftOut { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!);
        var import = await db.Imports.Include(i => i.Dataset.Columns).Where(i => i.DatasetId == id).OrderByDescending(i => i.Id).FirstOrDefaultAsync();
        if (import is null)
        {
            context.Result = NotFound();
            return;
        }
        Import = import;
        await next();
    }

    public async Task OnGetAsync()
    {
        CanUndo = await changes.CanUndoAsync(Import);
        LeftOut = Dataset.Version > 0 ? LeftOutText.Of(store.CountLeftOut(Dataset, Dataset.Version)) : null;
        Rejects = await db.RejectedRows.Where(r => r.ImportId == Import.Id).OrderBy(r => r.Id).Take(RejectsShown).ToListAsync();
        if (Rejects.Count > 0)
        {
            HttpContext.MarkAsNamingPeople();
        }
        History = await db.Imports.Where(i => i.DatasetId == Dataset.Id).OrderByDescending(i => i.Id).ToListAsync();
        Runs = await db.Runs.Include(r => r.Dataset).Where(r => r.DatasetId == Dataset.Id).OrderByDescending(r => r.Id).ToListAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await changes.CancelAsync(Import);
        return Back();
    }

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        await changes.AcceptRejectsAsync(Import);
        await queue.StartAsync(Import);
        return Back();
    }

    public async Task<IActionResult> OnPostRenameAsync(string? name)
    {
        if (Names.Tidy(name) is not { Length: > 0 } tidy)
        {
            TempData["Warning"] = "A data set needs a name.";
            return Back();
        }
        Dataset.Name = tidy;
        await audit.AddAsync("dataset.renamed", $"data set {Dataset.Id}, {tidy}");
        TempData["Notice"] = "Renamed.";
        return Back();
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        var back = await changes.UndoAsync(Import);
        TempData[back is null ? "Warning" : "Notice"] = back?.Text ?? Result.NotNow;
        return Back();
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        var name = Dataset.Name;
        if (!await changes.DeleteAsync(Dataset))
        {
            TempData["Warning"] = "An import or a segmentation of these customers is under way. Cancel it, or wait for its end.";
            return Back();
        }
        TempData["Notice"] = $"“{name}” was deleted.";
        return Redirect("/datasets");
    }

    private RedirectResult Back() => Redirect($"/datasets/{Dataset.Id}");
}
