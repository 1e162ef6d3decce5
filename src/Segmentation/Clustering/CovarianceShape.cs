namespace Segmentation.Clustering;

/// <summary>What the clusters of a mixture may look like: ellipsoids in any direction, or only along the features.</summary>
public enum CovarianceShape
{
    Full,
    Diagonal,
}
