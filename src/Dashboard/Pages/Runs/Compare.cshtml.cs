using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Pages.Runs;

public sealed class Compare(DashboardDb db, CompareRuns comparisons) : PageModel
{
    private const int MostShown = 200;

    /// <summary>Those that may be chosen; once one is, those of its data set.</summary>
    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public int? A { get; private set; }
    public int? B { get; private set; }
    public RunComparison? Found { get; private set; }

    public bool AreTwo => A is not null && B is not null;

    public async Task OnGetAsync(int? a, int? b)
    {
        (A, B) = (a, b);
        var datasets = await db.Runs.Completed().Where(r => r.Id == a || r.Id == b).Select(r => r.DatasetId).Distinct().ToListAsync();
        Runs = await db.Runs.AsNoTracking().Include(r => r.Dataset).Completed().Where(r => datasets.Count != 1 || r.DatasetId == datasets[0])
            .OrderByDescending(r => r.Id).Take(MostShown).ToListAsync();
        if (a is { } first && b is { } second && await db.Runs.AsNoTracking().WithSegmentsAsync(first) is { } before && await db.Runs.AsNoTracking().WithSegmentsAsync(second) is { } after)
        {
            Found = await comparisons.OfAsync(before, after);
        }
    }

    public static (string Word, string Look) FateOf(SegmentFate fate) => fate switch
    {
        SegmentFate.Survived => ("survived", "good"),
        SegmentFate.Merged => ("merged", "warn"),
        SegmentFate.Split => ("split", "warn"),
        _ => ("vanished", "bad"),
    };
}
