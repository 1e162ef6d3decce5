using Dashboard.Access;
using Dashboard.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Segments;

/// <summary>The campaign report as a page to print; the PDF is this page.</summary>
[NamesPeople]
public sealed class Report(CampaignReport reports) : PageModel
{
    public ReportDocument Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await reports.OfSegmentAsync(id) is not { } document)
        {
            return NotFound();
        }
        Shown = document;
        return Page();
    }
}
