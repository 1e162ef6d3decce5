using Segmentation.Clustering;

namespace Segmentation.Quality;

/// <summary>The sum of squared distances of rows to the mean of their cluster; noise (-1) is left out. Also called inertia.</summary>
public static class WithinClusterSumOfSquares
{
    public static double Of(Matrix data, int[] labels)
    {
        var means = ClusterMeans.Of(data, labels, ClusterSizes.Clusters(labels));
        return Of(data, labels, means).Sum();
    }

    /// <summary>One sum per cluster, to the given centres.</summary>
    internal static double[] Of(Matrix data, int[] labels, double[][] centres)
    {
        var sums = new double[centres.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                sums[labels[i]] += ExactDistance.Squared(data, i, centres[labels[i]]);
        }
        return sums;
    }
}
