using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>
/// The gap statistic (Tibshirani, Walther, Hastie, J. R. Statist. Soc. B 63, 2001): how much smaller WCSS is than in tables of
/// the same size without clusters. Those are drawn evenly from the box along the principal axes of the data (the paper's
/// choice b), so correlated columns are not taken for clusters. ChosenK is the first k with Gap(k) ≥ Gap(k + 1) - s(k + 1),
/// where s = sd · √(1 + 1 / references), and the last k when there is none.
/// </summary>
public sealed record GapStatistic(IReadOnlyList<GapStep> Steps, int ChosenK)
{
    /// <summary>
    /// For the numbers of clusters of a sweep over the same data, which brings the WCSS of each; the sweep should have had no
    /// fewer starts than are given here. A WCSS of 0 counts as 1e-15 of that of one cluster, so that its logarithm is finite.
    /// The same seed gives the same result whatever the threads. O(references · steps) fits of <see cref="KMeans"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GapStatistic Of(Matrix data, IReadOnlyList<SweepStep> sweep, int references = 20, int starts = 5, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sweep.Count, 1, nameof(sweep));
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 2);
        var logs = ReferenceLogs(data, [.. sweep.Select(step => step.K)], references, starts, seed, threads, progress, cancellation);
        double total = WithinClusterSumOfSquares.Of(data, new int[data.Rows]);
        var steps = sweep.Select((step, s) => Step(step.K, Log(step.Wcss, total), [.. logs.Select(table => table[s])])).ToArray();
        return new GapStatistic(steps, Choose(steps));
    }

    /// <summary>One row per reference table, one column per k.</summary>
    private static double[][] ReferenceLogs(Matrix data, int[] ks, int references, int starts, int seed, int threads,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var box = new AlignedBox(data, threads, cancellation);
        var count = new ProgressCount(progress, references * ks.Length);
        var logs = new double[references][];
        Workers.Run(references, threads, r =>
        {
            var table = box.Draw(data.Rows, SplitMix.Stream(seed, r), cancellation);
            double total = WithinClusterSumOfSquares.Of(table, new int[table.Rows]);
            logs[r] = new double[ks.Length];
            for (int s = 0; s < ks.Length; s++, count.Add())
                logs[r][s] = Log(KMeans.Fit(table, ks[s], starts, seed, cancellation: cancellation).Wcss ?? 0, total);
        }, cancellation);
        return logs;
    }

    private static double Log(double wcss, double total) => total == 0 ? 0 : Math.Log(Math.Max(wcss, 1e-15 * total));

    private static GapStep Step(int k, double log, double[] references)
    {
        double mean = references.Average();
        double deviation = Math.Sqrt(references.Average(x => (x - mean) * (x - mean)));
        return new GapStep(k, log, mean, mean - log, deviation * Math.Sqrt(1 + 1.0 / references.Length));
    }

    private static int Choose(GapStep[] steps)
    {
        for (int s = 0; s + 1 < steps.Length; s++)
        {
            if (steps[s].Gap >= steps[s + 1].Gap - steps[s + 1].Error)
                return steps[s].K;
        }
        return steps[^1].K;
    }
}
