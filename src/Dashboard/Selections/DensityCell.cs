using Segmentation.Clustering;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>What DBSCAN finds with one epsilon and one number of points; Without is the share of customers without a segment.</summary>
public sealed record DensityCell(double Epsilon, int MinPoints, int Segments, double Without, double? Silhouette)
{
    /// <summary>All customers are clustered, for fewer would be less dense; the silhouette is that of the sample.</summary>
    internal static DensityCell Of(SelectionData customers, double epsilon, int minPoints, int seed, int threads, CancellationToken cancellation)
    {
        var labels = Dbscan.Fit(customers.All, epsilon, minPoints, threads, cancellation: cancellation).Labels;
        return new(epsilon, minPoints, labels.Max() + 1, labels.Count(label => label < 0) / (double)labels.Length,
            Segmentation.Quality.Silhouette.Mean(customers.Sample, customers.OfSample(labels), seed, threads, cancellation));
    }
}
