using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>Member means and sizes of clusters in double; rows are summed in fixed pieces, so threads do not change a bit of them.</summary>
internal static class ClusterMeans
{
    private const int RowsPerPiece = 1 << 15;

    /// <summary>One mean per cluster; an empty cluster's is zero.</summary>
    public static double[][] Of(Matrix data, int[] labels, int clusters, int threads = 1, CancellationToken cancellation = default) =>
        [.. WithSizes(data, labels, clusters, threads, cancellation).Select(cluster => cluster.Mean)];

    public static (double[] Mean, int Size)[] WithSizes(Matrix data, int[] labels, int clusters, int threads, CancellationToken cancellation)
    {
        int pieces = (data.Rows + RowsPerPiece - 1) / RowsPerPiece;
        var sums = new double[pieces][];
        Workers.Run(pieces, threads, piece =>
        {
            int from = piece * RowsPerPiece;
            sums[piece] = new double[ClusterSums.Length(clusters, data.Columns)];
            ClusterSums.Add(data, from, labels.AsSpan(from, Math.Min(RowsPerPiece, data.Rows - from)), sums[piece]);
        }, cancellation);
        return [.. Enumerable.Range(0, clusters).Select(c => MeanAndSize(sums, c, data.Columns))];
    }

    private static (double[] Mean, int Size) MeanAndSize(double[][] sums, int cluster, int columns)
    {
        var mean = new double[columns];
        double size = 0;
        foreach (var piece in sums)
        {
            var part = ClusterSums.Of(piece, cluster, columns);
            size += part[^1];
            for (int j = 0; j < columns; j++)
                mean[j] += part[j];
        }
        for (int j = 0; j < columns && size > 0; j++)
            mean[j] /= size;
        return (mean, (int)size);
    }
}
