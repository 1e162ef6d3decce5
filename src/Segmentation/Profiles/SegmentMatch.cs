namespace Segmentation.Profiles;

/// <summary>Which segment of an earlier run lives on in which of a later one.</summary>
public static class SegmentMatch
{
    /// <summary>
    /// For each cluster of <paramref name="after"/> the cluster of <paramref name="before"/> it continues, or -1: the one-to-one
    /// pairing with the greatest sum of Jaccard coefficients, of which those under the threshold are dropped. Labels are
    /// row-aligned; noise (-1) pairs with nothing. O(rows + clusters³).
    /// </summary>
    public static int[] ByJaccard(int[] before, int[] after, double threshold = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Length, before.Length, nameof(after));
        int earlier = ClusterSizes.Clusters(before), later = ClusterSizes.Clusters(after);
        var jaccard = Jaccard(before, after, earlier, later);
        int side = Math.Max(earlier, later);
        var costs = new double[side, side];
        for (int a = 0; a < later; a++)
        {
            for (int b = 0; b < earlier; b++)
                costs[a, b] = -jaccard[a, b];
        }
        var match = Assignment.Cheapest(costs);
        return [.. Enumerable.Range(0, later).Select(a => match[a] < earlier && jaccard[a, match[a]] >= threshold ? match[a] : -1)];
    }

    private static double[,] Jaccard(int[] before, int[] after, int earlier, int later)
    {
        var shared = new double[later, earlier];
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] >= 0 && after[i] >= 0)
                shared[after[i], before[i]]++;
        }
        var sizesBefore = ClusterSizes.Of(before, earlier);
        var sizesAfter = ClusterSizes.Of(after, later);
        for (int a = 0; a < later; a++)
        {
            for (int b = 0; b < earlier; b++)
                shared[a, b] /= Math.Max(1, sizesAfter[a] + sizesBefore[b] - shared[a, b]);
        }
        return shared;
    }
}
