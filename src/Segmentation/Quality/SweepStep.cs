namespace Segmentation.Quality;

/// <summary>What one number of clusters gives; an index that is undefined there is null. Smallest is the size of the smallest cluster.</summary>
public sealed record SweepStep(int K, double Wcss, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin, int Smallest);
