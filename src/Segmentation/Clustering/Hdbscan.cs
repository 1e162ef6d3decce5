using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>
/// HDBSCAN*: DBSCAN at all distances at once, from which the most stable clusters are taken (Campello, Moulavi, Sander, PAKDD
/// 2013; McInnes and Healy, ICDMW 2017). Clusters may differ in density, and no distance has to be given.
/// </summary>
public static class Hdbscan
{
    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 2_000;

    /// <summary>
    /// A cluster has at least <paramref name="minClusterSize"/> rows, 2 or more. A row's core distance is that to its
    /// <paramref name="minPoints"/>-th nearest row, itself counted as first: by default as many as the least cluster, and more
    /// make more noise. Noise is -1; data that never falls into two clusters is all noise. Equal rows count as dense as the
    /// nearest unequal ones. The result depends neither on the order of rows nor on the threads. About O(rows · log rows) in
    /// few dimensions, O(rows²) in many.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HdbscanResult Fit(Matrix data, int minClusterSize = 5, int? minPoints = null, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(minClusterSize, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints ?? 1, 1, nameof(minPoints));
        threads = data.Rows < RowsWorthThreads ? 1 : threads;
        var count = new ProgressCount(progress, 2 * data.Rows);
        float scale = FloatRange.ScaleToMiddle(data);
        var tree = new KdTree(data, scale, threads, cancellation);
        var cores = CoreDistances.Squared(tree, minPoints ?? minClusterSize, threads, count, cancellation);
        var edges = ReachabilityTree.Of(tree, cores, threads, count, cancellation);
        var condensed = CondensedTree.Of(data.Rows, edges, minClusterSize, cancellation);
        var result = Result(data, tree, condensed, scale, threads, cancellation);
        progress?.Report(1);
        return result;
    }

    private static HdbscanResult Result(Matrix data, KdTree tree, CondensedTree condensed, double scale, int threads, CancellationToken cancellation)
    {
        var chosen = ExcessOfMass.Choose(condensed.Clusters);
        var holders = new int[data.Rows];
        var memberships = new double[data.Rows];
        for (int i = 0; i < data.Rows; i++)
        {
            int cluster = condensed.ClusterOfRow[i] is >= 0 and var own ? chosen[own] : -1;
            holders[tree.Order[i]] = cluster;
            if (cluster >= 0)
                memberships[tree.Order[i]] = Math.Min(1, condensed.DensityOfRow[i] / condensed.Clusters[cluster].Death);
        }
        int[] used = [.. Enumerable.Range(0, chosen.Length).Where(c => chosen[c] == c)];
        var number = used.Index().ToDictionary(cluster => cluster.Item, cluster => cluster.Index);
        int[] labels = Array.ConvertAll(holders, cluster => cluster < 0 ? -1 : number[cluster]);
        var centres = CanonicalOrder.Apply(labels, ClusterMeans.Of(data, labels, used.Length, threads, cancellation));
        var stabilities = new double[used.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                stabilities[labels[i]] = condensed.Clusters[holders[i]].Stability * scale;
        }
        return new HdbscanResult(new ClusteringResult(labels, centres.Length, centres, null, 1), memberships, stabilities);
    }
}
