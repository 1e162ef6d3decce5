using System.Diagnostics;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Segmentation;
using Segmentation.Clustering;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>The advice from beginning to end: load, try each number, compare with chance, draw anew, look for dense groups, save.</summary>
public sealed class AdviseNumber(DashboardDb db, CustomerStore store)
{
    private const int Repeats = 50;
    private const int References = 20;
    private const int Starts = 20;
    private const int StartsAgain = 5;

    public async Task AdviseAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var selection = await db.Selections.Include(s => s.Dataset.Columns).SingleAsync(s => s.Id == id, cancellation);
        progress.Begin("Loading customers", 0, 0.05);
        var settings = SelectionSettings.Of(selection);
        selection.Findings = Find(SelectionData.Load(store, selection, settings.Wish), settings, progress, cancellation).ToJson();
        selection.DurationMs = clock.ElapsedMilliseconds;
        await db.SaveChangesAsync(cancellation);
    }

    private static SelectionFindings Find(SelectionData data, SelectionSettings settings, WorkProgress progress, CancellationToken cancellation)
    {
        var seed = settings.Wish.Seed;
        var most = data.Distinct(settings.To);
        progress.Begin("Trying different numbers of segments", 0.05, 0.3);
        var sweep = ClusterSweep.Run(data.Sample, Math.Min(settings.From, most), most, Starts, seed, FindClusters.Threads, progress, cancellation);
        // Numbers so far apart in size that segments differ by less than float32 can tell.
        int found = sweep.Fits.TakeWhile((fit, i) => i == 0 || fit.Clusters == sweep.Steps[i].K).Count();
        sweep = sweep with { Steps = [.. sweep.Steps.Take(found)], Fits = [.. sweep.Fits.Take(found)] };
        progress.Begin("Comparing with customers without groups", 0.3, 0.5);
        var gap = GapStatistic.Of(data.Sample, sweep.Steps, References, StartsAgain, seed, FindClusters.Threads, progress, cancellation);
        var hopkins = Hopkins.Of(data.Sample, seed, FindClusters.Threads, cancellation);
        var stabilities = Stabilities(data.Sample, sweep, seed, progress, cancellation);
        progress.Begin("Looking for dense groups", 0.85, 1);
        var density = most > 1 ? Density.Of(data, settings.Wish.MinPoints, seed, FindClusters.Threads, progress, cancellation) : null;
        var votes = Votes.Of(sweep.Steps, gap);
        var advised = Advised(votes, sweep.Steps);
        // One segment comes back whatever the data, which says nothing of groups.
        var structure = sweep.Steps[advised].K == 1 ? StructureKind.Constructive : StructureVerdict.Of(sweep.Steps[advised].Silhouette, stabilities[advised], gap);
        return new(data.All.Rows, data.LeftOut, data.Sample.Rows, stabilities[0].RowsUsed,
            [.. sweep.Steps.Select((step, i) => NumberScore.Of(step, gap.Steps[i], stabilities[i]))], SplitStage.Of([.. sweep.Fits.Select(fit => fit.Labels)]),
            votes, sweep.Steps[advised].K, structure, hopkins, density);
    }

    private static List<BootstrapStability> Stabilities(Matrix data, ClusterSweep sweep, int seed, WorkProgress progress, CancellationToken cancellation)
    {
        var (count, found) = (sweep.Steps.Count, new List<BootstrapStability>());
        foreach (var (i, step) in sweep.Steps.Index())
        {
            progress.Begin($"Looking whether segments come back ({i + 1} of {count})", 0.5 + 0.35 * i / count, 0.5 + 0.35 * (i + 1) / count);
            found.Add(BootstrapStability.Of(data, sweep.Fits[i].Labels, (drawn, stop) => KMeans.Fit(drawn, step.K, StartsAgain, seed, cancellation: stop).Labels,
                Repeats, seed, FindClusters.Threads, progress, cancellation));
        }
        return found;
    }

    /// <summary>The place of the number with the most votes; of equals the silhouette's, else the smallest.</summary>
    private static int Advised(Votes votes, IReadOnlyList<SweepStep> steps) => Enumerable.Range(0, steps.Count)
        .OrderByDescending(i => votes.Count(steps[i].K).For).ThenByDescending(i => steps[i].K == votes.Silhouette).First();
}
