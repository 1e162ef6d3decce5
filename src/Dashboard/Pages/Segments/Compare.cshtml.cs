using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Segments;

/// <summary>Segments of one run side by side, chosen in the address: s, once for each.</summary>
public sealed class Compare(DashboardDb db) : PageModel
{
    public Run? Run { get; private set; }

    /// <summary>Null as long as fewer than two are chosen.</summary>
    public SegmentComparison? Found { get; private set; }
    public IReadOnlyList<int> Chosen { get; private set; } = [];
    public string? Problem { get; private set; }

    public IReadOnlyList<Segment> Segments => Run is null ? [] : RunCharts.InOrder(Run);

    public string Address => $"/runs/{Run!.Id}/charts/profile{new ChartChoice(Segments: [.. Found!.Segments.Select(s => s.Index)]).ToQuery()}";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "s")] int[] chosen)
    {
        Run = chosen.Length == 0 ? await db.Runs.AsNoTracking().Include(r => r.Segments).Include(r => r.Dataset).ActiveAsync()
            : await db.Runs.AsNoTracking().Include(r => r.Segments).Include(r => r.Dataset).SingleOrDefaultAsync(r => r.Segments.Any(s => s.Id == chosen[0]));
        if (Run is null)
        {
            return chosen.Length == 0 ? Page() : NotFound();
        }
        var known = Segments.Where(s => chosen.Contains(s.Id)).ToList();
        Problem = known.Count > SegmentComparison.Most ? $"At most {SegmentComparison.Most} fit beside each other: here are the first of them."
            : known.Count < chosen.Distinct().Count() ? "Only segments of one segmentation can stand beside each other; the others are left out."
            : known.Count == 1 ? "Tick at least one more." : null;
        known = [.. known.Take(SegmentComparison.Most)];
        Chosen = [.. known.Select(s => s.Id)];
        Found = known.Count > 1 ? SegmentComparison.Of(known) : null;
        return Page();
    }
}
