namespace Segmentation.Quality;

/// <summary>
/// One of several clusterings of the same rows. Recruits[l][j] is how many rows of cluster l were in cluster j of the
/// clustering before; Stability[l] is 1 when they all came from one cluster and 0 when from all alike. Both are empty for the
/// first. Rows that are noise (-1) in either are left out; a cluster all of whose rows were noise has stability 0.
/// </summary>
public sealed record SolutionStep(int[] Sizes, int[][] Recruits, double[] Stability);
