using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>
/// The index of Davies and Bouldin (IEEE PAMI 1, 1979): how much clusters overlap their most similar neighbour, from mean
/// distances to the centre; smaller is better. Noise (-1) is left out.
/// </summary>
public static class DaviesBouldin
{
    /// <summary>Null under two clusters, and when two clusters share one centre. O(rows · columns).</summary>
    public static double? Score(Matrix data, int[] labels)
    {
        int clusters = ClusterSizes.Clusters(labels);
        var sizes = ClusterSizes.Of(labels, clusters);
        var used = Enumerable.Range(0, clusters).Where(c => sizes[c] > 0).ToArray();
        if (used.Length < 2)
            return null;
        var means = ClusterMeans.Of(data, labels, clusters);
        var radii = Radii(data, labels, means, sizes);
        double score = used.Average(a => used.Where(b => b != a).Max(b => (radii[a] + radii[b]) / Distance(means[a], means[b])));
        return double.IsFinite(score) ? score : null;
    }

    private static double[] Radii(Matrix data, int[] labels, double[][] means, int[] sizes)
    {
        var radii = new double[means.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                radii[labels[i]] += Math.Sqrt(ExactDistance.Squared(data, i, means[labels[i]]));
        }
        return [.. radii.Select((sum, c) => sum / Math.Max(1, sizes[c]))];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
