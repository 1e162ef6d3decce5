using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Segments;

/// <summary>Leads to the segmentation in use.</summary>
public sealed class Index(DashboardDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync() =>
        await db.Runs.ActiveAsync() is { } run ? Redirect($"/runs/{run.Id}") : Page();
}
