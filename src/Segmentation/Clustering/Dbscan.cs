using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Density-based clustering (Ester, Kriegel, Sander, Xu, KDD 1996), exact in any dimension.</summary>
public static class Dbscan
{
    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 20_000;

    // Cells with fewer rows than that on average gain nothing over leaves of 64.
    private const int RowsWorthACell = 2;

    /// <summary>
    /// A row with at least <paramref name="minPoints"/> rows (itself counted) at distance ≤ <paramref name="epsilon"/> is a core point;
    /// core points within epsilon of each other share a cluster; a border row joins its nearest core point, equal distances
    /// to the lower row; the rest is noise, -1. The result depends neither on the order of rows nor on the threads.
    /// About O(rows · log rows) for a sensible epsilon.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult Fit(Matrix data, double epsilon, int minPoints = 5, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        if (!(epsilon > 0) || !double.IsFinite(epsilon))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be a positive number.");

        threads = data.Rows < RowsWorthThreads ? 1 : threads;
        double scale = Scale(data, epsilon);
        var within = new Within(epsilon * scale, data.Columns);
        var grid = CellLayout.Of(data, epsilon) is { } layout ? new CellGrid(data, layout, (float)scale) : null;
        int[] labels = grid is not null && grid.Cells <= data.Rows / RowsWorthACell
            ? ByCells(new CellPasses(grid, within, threads, progress, cancellation), minPoints)
            : ByLeaves(new LeafPasses(new KdTree(data, (float)scale, threads, cancellation), within, threads, progress, cancellation), minPoints);
        var centres = CanonicalOrder.Apply(labels, ClusterMeans.Of(data, labels, ClusterSizes.Clusters(labels), threads, cancellation));
        progress?.Report(1);
        return new ClusteringResult(labels, centres.Length, centres, null, 1);
    }

    internal static int[] ByCells(CellPasses passes, int minPoints)
    {
        var cores = new CellCores(passes, minPoints);
        return new CellLabels(passes, cores, CellConnections.Join(passes, cores)).Assign();
    }

    internal static int[] ByLeaves(LeafPasses passes, int minPoints)
    {
        var cores = CoreRows.Find(passes, minPoints);
        return new DensityLabels(passes, cores, CoreConnections.Join(passes, cores)).Assign();
    }

    // A power of two, so exact, that brings epsilon near 1 unless the data would overflow: squares must stay within float32.
    internal static double Scale(Matrix data, double epsilon)
    {
        float greatest = FloatRange.Greatest(data);
        int exponent = Math.ILogB(epsilon);
        if (greatest > 0)
            exponent = Math.Max(exponent, Math.ILogB(greatest) - 60);
        return Math.ScaleB(1, Math.Clamp(-exponent, -126, 126));
    }
}
