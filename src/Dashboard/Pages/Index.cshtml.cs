using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages;

public sealed class Index(DashboardDb db, SampleCustomers sample, WorkQueue queue) : PageModel
{
    private const int RunsShown = 5;

    public bool HasCustomers { get; private set; }
    public Run? Active { get; private set; }
    public IReadOnlyList<Segment> Segments { get; private set; } = [];
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        HasCustomers = await db.Datasets.AnyAsync(d => d.Customers > 0);
        Runs = await db.Runs.Include(r => r.Dataset).OrderByDescending(r => r.Id).Take(RunsShown).ToListAsync();
        Active = await db.Runs.Include(r => r.Dataset).Include(r => r.Segments).ActiveAsync();
        Segments = Active is null ? [] : [.. Active.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index)];
    }

    public async Task<IActionResult> OnPostSampleAsync(CancellationToken cancellation)
    {
        var import = await sample.RequestAsync(User.Identity?.Name ?? "", cancellation);
        await queue.StartAsync(import);
        return Redirect($"/datasets/{import.DatasetId}");
    }
}
