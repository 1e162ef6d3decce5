namespace Segmentation.Clustering;

/// <summary>
/// A clustering; per row its membership, from 0 for noise to 1 for the densest part of its cluster; and per cluster its
/// stability: the range of density, 1 / distance, over which each of its rows stays in it, summed over the rows.
/// </summary>
public sealed record HdbscanResult(ClusteringResult Clustering, double[] Memberships, double[] Stabilities);
