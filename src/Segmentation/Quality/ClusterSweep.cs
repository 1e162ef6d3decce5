using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>
/// K-Means for a range of k with every index, and the k with the greatest silhouette (the smaller of equals). Fits stand beside
/// the steps, for what else can be told from them: <see cref="SolutionTrack"/>, <see cref="BootstrapStability"/>.
/// </summary>
public sealed record ClusterSweep(IReadOnlyList<SweepStep> Steps, IReadOnlyList<ClusteringResult> Fits, int BestK)
{
    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 2_000;

    /// <summary>
    /// Both ends inclusive; k stops at the number of rows. The best k is at least 2 where any k of the range splits the data, else
    /// the first. Silhouettes are sampled beyond <see cref="Quality.Silhouette.ExactRows"/> rows.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusterSweep Run(Matrix data, int from = 1, int to = 10, int starts = 20, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        threads = data.Rows < RowsWorthThreads ? 1 : threads;
        int last = Math.Min(to, Math.Max(from, data.Rows));
        var count = new ProgressCount(progress, 2 * (last - from + 1));
        var fits = new List<ClusteringResult>();
        for (int k = from; k <= last; k++, count.Add())
            fits.Add(KMeans.Fit(data, k, starts, seed, threads: threads, cancellation: cancellation));
        var silhouettes = Silhouettes(data, fits, seed, threads, cancellation);
        var steps = new SweepStep[fits.Count];
        Workers.Run(steps.Length, threads, i =>
        {
            steps[i] = Step(data, from + i, fits[i], silhouettes[i]);
            count.Add();
        }, cancellation);
        return new ClusterSweep(steps, fits, steps.Where(step => step.Silhouette is not null).MaxBy(step => step.Silhouette)?.K ?? from);
    }

    private static double?[] Silhouettes(Matrix data, List<ClusteringResult> fits, int seed, int threads, CancellationToken cancellation) =>
        data.Rows <= Quality.Silhouette.ExactRows
            ? JointSilhouettes.Means(data, [.. fits.Select(fit => fit.Labels)], threads, cancellation)
            : [.. fits.Select(fit => Quality.Silhouette.Mean(data, fit.Labels, seed, threads, cancellation))];

    private static SweepStep Step(Matrix data, int k, ClusteringResult fit, double? silhouette) => new(
        k,
        fit.Wcss ?? 0,
        silhouette,
        Quality.CalinskiHarabasz.Score(data, fit.Labels),
        Quality.DaviesBouldin.Score(data, fit.Labels),
        ClusterSizes.Of(fit.Labels, fit.Clusters).Min());
}
