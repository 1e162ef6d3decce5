using Dashboard.Access;
using Dashboard.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Segments;

/// <summary>The campaign report of all segments of a run as a page to print.</summary>
[NamesPeople]
public sealed class RunReport(CampaignReport reports) : PageModel
{
    public ReportDocument Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await reports.OfRunAsync(id) is not { } document)
        {
            return NotFound();
        }
        Shown = document;
        return Page();
    }
}
