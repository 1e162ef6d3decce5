namespace Segmentation.Quality;

/// <summary>
/// Cluster by cluster, whether a clustering comes back when rows are drawn anew (Hennig, Computational Statistics and Data
/// Analysis 52, 2007). RowsUsed says from how many rows samples were drawn, which is fewer than there are beyond <see cref="MaxRows"/>.
/// </summary>
public sealed record BootstrapStability(IReadOnlyList<ClusterStability> Clusters, int Repeats, int RowsUsed)
{
    /// <summary>More rows than these are thinned out first, each cluster and the noise in proportion.</summary>
    public const int MaxRows = 5_000;

    /// <summary>
    /// Draws as many rows with replacement as there are, clusters them (rows drawn twice count twice) and compares clusters as
    /// sets of the distinct rows drawn. <paramref name="recluster"/> labels the rows of a table with the settings of the
    /// original; it is called from several threads. Labels are row-aligned, noise (-1) belongs to no cluster. The same seed
    /// gives the same result whatever the threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BootstrapStability Of(Matrix data, int[] labels, Func<Matrix, CancellationToken, int[]> recluster, int repeats = 50, int seed = 42,
        int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        int clusters = ClusterSizes.Clusters(labels);
        var rows = Strata.Sample(labels, MaxRows, SplitMix.Stream(seed, -1));
        var count = new ProgressCount(progress, repeats);
        var jaccards = new double[repeats][];
        Workers.Run(rows.Length == 0 ? 0 : repeats, threads, repeat =>
        {
            var random = SplitMix.Stream(seed, repeat);
            int[] drawn = [.. rows.Select(_ => rows[random.NextBelow(rows.Length)]).Order()];
            jaccards[repeat] = Greatest(drawn, labels, recluster(data.Gather(drawn), cancellation), clusters);
            count.Add();
        }, cancellation);
        return new BootstrapStability([.. Enumerable.Range(0, clusters).Select(c => Summary(c, jaccards))], repeats, rows.Length);
    }

    private static ClusterStability Summary(int cluster, double[][] jaccards)
    {
        double[] defined = [.. jaccards.Select(repeat => repeat[cluster]).Where(jaccard => !double.IsNaN(jaccard))];
        return new ClusterStability(cluster, defined.Length == 0 ? double.NaN : defined.Average(), defined);
    }

    /// <summary>Per cluster the greatest Jaccard coefficient with a cluster of the sample, NaN when none of its rows were drawn.</summary>
    private static double[] Greatest(int[] drawn, int[] labels, int[] found, int clusters)
    {
        int others = ClusterSizes.Clusters(found);
        var shared = new int[clusters, others];
        int[] sizes = new int[clusters], otherSizes = new int[others];
        for (int i = 0; i < drawn.Length; i++)
        {
            if (i > 0 && drawn[i] == drawn[i - 1])
                continue;
            int own = labels[drawn[i]], other = found[i];
            if (own >= 0)
                sizes[own]++;
            if (other >= 0)
                otherSizes[other]++;
            if (own >= 0 && other >= 0)
                shared[own, other]++;
        }
        return [.. sizes.Select((size, c) => size == 0
            ? double.NaN
            : otherSizes.Select((otherSize, d) => (double)shared[c, d] / (size + otherSize - shared[c, d])).DefaultIfEmpty().Max())];
    }
}
