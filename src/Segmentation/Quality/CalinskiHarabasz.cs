using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>
/// The variance ratio of Caliński and Harabasz (Commun. Stat. 3, 1974): spread between clusters over spread within, each by its
/// degrees of freedom; greater is better. Noise (-1) is left out.
/// </summary>
public static class CalinskiHarabasz
{
    /// <summary>Null under two clusters, with as many clusters as rows, and when no cluster has any spread. O(rows · columns).</summary>
    public static double? Score(Matrix data, int[] labels)
    {
        int clusters = ClusterSizes.Clusters(labels);
        var sizes = ClusterSizes.Of(labels, clusters);
        int rows = sizes.Sum();
        int nonEmpty = sizes.Count(size => size > 0);
        if (nonEmpty < 2 || nonEmpty == rows)
            return null;
        var means = ClusterMeans.Of(data, labels, clusters);
        var everyone = ClusterMeans.Of(data, [.. labels.Select(label => Math.Min(label, 0))], 1)[0];
        double within = WithinClusterSumOfSquares.Of(data, labels, means).Sum();
        double between = means.Select((mean, c) => sizes[c] * Squared(mean, everyone)).Sum();
        return within == 0 ? null : between / (nonEmpty - 1) / (within / (rows - nonEmpty));
    }

    private static double Squared(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();
}
