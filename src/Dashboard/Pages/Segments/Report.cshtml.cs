using Dashboard.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Segments;

/// <summary>The campaign report as a page to print; the PDF is this page.</summary>
public sealed class Report(SegmentReport reports) : PageModel
{
    public ReportContent Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await reports.ContentAsync(id) is not { } content)
        {
            return NotFound();
        }
        Shown = content;
        return Page();
    }
}
