using Segmentation.Clustering;

namespace Segmentation.Classification;

/// <summary>
/// The plain rule to measure others by: the class whose mean is nearest, of equals the lower. Its probabilities are 1 and 0,
/// so that its log loss says nothing. A class without rows is never the nearest.
/// </summary>
public sealed record NearestMean(double[][] Means) : IClassifier
{
    public int Features => Means[0].Length;

    public int Classes => Means.Length;

    /// <summary>Labels count from 0, one per row. O(rows · columns).</summary>
    /// <exception cref="ArgumentException">No rows or columns, a negative label, or not one label per row.</exception>
    public static NearestMean Fit(Matrix data, int[] labels) => new(ClusterMeans.Of(data, labels, ClassLabels.Count(data, labels)));

    public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities)
    {
        probabilities = probabilities[..Classes];
        probabilities.Clear();
        var (nearest, least) = (0, double.PositiveInfinity);
        for (int c = 0; c < Classes; c++)
        {
            double square = Square(row, Means[c]);
            if (square < least)
                (nearest, least) = (c, square);
        }
        probabilities[nearest] = 1;
    }

    private static double Square(ReadOnlySpan<float> row, double[] mean)
    {
        double sum = 0;
        for (int j = 0; j < mean.Length; j++)
            sum += (row[j] - mean[j]) * (row[j] - mean[j]);
        return sum;
    }
}
