using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

/// <summary>What one import did, for ever: who, when, which file, read how, with what result.</summary>
public sealed class Result(DashboardDb db) : PageModel
{
    private const int RejectsShown = 100;

    public Import Import { get; private set; } = null!;
    public ImportOptions Options { get; private set; } = null!;
    public IReadOnlyList<RejectedRow> Rejects { get; private set; } = [];

    public string ReadAs
    {
        get
        {
            var format = Options.Format;
            var delimiter = format.Delimiter switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", var other => other.ToString() };
            return $"{format.EncodingName}, {delimiter} between values, decimal {(format.DecimalMark == ',' ? "comma" : "point")}";
        }
    }

    public async Task<IActionResult> OnGetAsync(int id, int import)
    {
        if (await db.Imports.Include(i => i.Dataset.Columns).SingleOrDefaultAsync(i => i.Id == import && i.DatasetId == id) is not { } found)
        {
            return NotFound();
        }
        (Import, Options) = (found, ImportOptions.FromJson(found.Options));
        Rejects = await db.RejectedRows.Where(r => r.ImportId == import).OrderBy(r => r.Id).Take(RejectsShown).ToListAsync();
        if (Rejects.Count > 0)
        {
            HttpContext.MarkAsNamingPeople();
        }
        return Page();
    }
}
