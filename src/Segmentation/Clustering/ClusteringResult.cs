namespace Segmentation.Clustering;

/// <summary>
/// A clustering: one label per row, from 0, noise -1. Clusters are numbered largest first, equal sizes by centre, feature
/// by feature. Centres are in the units that were clustered; Wcss is the within-cluster sum of squares, null for DBSCAN.
/// </summary>
public sealed record ClusteringResult(int[] Labels, int Clusters, double[][] Centres, double? Wcss, int Iterations);
