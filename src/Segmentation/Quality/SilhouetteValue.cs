namespace Segmentation.Quality;

/// <summary>One silhouette from the sums of distances to each cluster.</summary>
internal static class SilhouetteValue
{
    /// <summary>(b - a) / max(a, b); 0 for a row alone in its cluster.</summary>
    public static double Of(ReadOnlySpan<double> sums, ReadOnlySpan<int> sizes, int own)
    {
        if (sizes[own] == 1)
            return 0;
        double within = sums[own] / (sizes[own] - 1);
        double beyond = double.PositiveInfinity;
        for (int c = 0; c < sums.Length; c++)
        {
            if (c != own && sizes[c] > 0)
                beyond = Math.Min(beyond, sums[c] / sizes[c]);
        }
        double greater = Math.Max(within, beyond);
        return greater == 0 ? 0 : (beyond - within) / greater;
    }
}
