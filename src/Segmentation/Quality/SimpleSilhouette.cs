using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>Silhouettes with the distance to the mean of a cluster in place of the mean distance to its rows. O(rows · clusters · columns).</summary>
internal static class SimpleSilhouette
{
    private const int RowsPerPiece = 1 << 14;

    public static double[] OfAll(GroupedRows grouped, int threads, CancellationToken cancellation)
    {
        var groups = new int[grouped.Rows.Rows];
        for (int c = 0; c < grouped.Clusters; c++)
            groups.AsSpan(grouped.Starts[c], grouped.Sizes[c]).Fill(c);
        var means = ClusterMeans.Of(grouped.Rows, groups, grouped.Clusters, threads, cancellation);
        var values = new double[groups.Length];
        Workers.Run((groups.Length + RowsPerPiece - 1) / RowsPerPiece, threads, piece =>
        {
            int end = Math.Min(groups.Length, (piece + 1) * RowsPerPiece);
            for (int i = piece * RowsPerPiece; i < end; i++)
                values[i] = Value(grouped, i, groups[i], means);
        }, cancellation);
        return values;
    }

    private static double Value(GroupedRows grouped, int row, int own, double[][] means)
    {
        double within = Math.Sqrt(ExactDistance.Squared(grouped.Rows, row, means[own]));
        double beyond = double.PositiveInfinity;
        for (int c = 0; c < means.Length; c++)
        {
            if (c != own && grouped.Sizes[c] > 0)
                beyond = Math.Min(beyond, ExactDistance.Squared(grouped.Rows, row, means[c]));
        }
        double greater = Math.Max(within, Math.Sqrt(beyond));
        return greater == 0 ? 0 : (Math.Sqrt(beyond) - within) / greater;
    }
}
