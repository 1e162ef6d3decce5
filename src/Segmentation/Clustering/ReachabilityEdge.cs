namespace Segmentation.Clustering;

/// <summary>Two rows of a tree and their squared mutual reachability distance.</summary>
internal readonly record struct ReachabilityEdge(int A, int B, double Squared);
