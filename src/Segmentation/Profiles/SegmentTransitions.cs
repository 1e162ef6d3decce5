namespace Segmentation.Profiles;

/// <summary>What became of the segments of a run in a later one (MONIC: Spiliopoulou, Ntoutsi, Theodoridis, Schult, KDD 2006), and which segments are new.</summary>
public sealed record SegmentTransitions(IReadOnlyList<SegmentTransition> Segments, int[] Emerged)
{
    /// <summary>
    /// Labels of the rows that both runs have, aligned. A segment survives, or is merged, where a later one holds at least
    /// <paramref name="survive"/> of its rows; it is split where that needs several, each with at least <paramref name="split"/>.
    /// Rows that became noise (-1) are lost to all. O(rows + clusters²).
    /// </summary>
    public static SegmentTransitions Of(int[] before, int[] after, double survive = 0.7, double split = 0.3)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Length, before.Length, nameof(after));
        int later = ClusterSizes.Clusters(after);
        var fates = Shares(before, after, later).Select((shares, b) => Fate(b, shares, survive, split)).ToArray();
        var heirs = fates.Where(fate => fate.Fate == SegmentFate.Survived).CountBy(fate => fate.After[0]).ToDictionary();
        var segments = fates.Select(fate => fate.Fate == SegmentFate.Survived && heirs[fate.After[0]] > 1 ? fate with { Fate = SegmentFate.Merged } : fate).ToArray();
        return new SegmentTransitions(segments, [.. Enumerable.Range(0, later).Except(segments.SelectMany(segment => segment.After))]);
    }

    private static SegmentTransition Fate(int segment, double[] shares, double survive, double split)
    {
        int[] order = [.. Enumerable.Range(0, shares.Length).OrderByDescending(a => shares[a])];
        int[] parts = [.. order.Where(a => shares[a] >= split)];
        var (fate, after) = order.Length > 0 && shares[order[0]] >= survive ? (SegmentFate.Survived, [order[0]])
            : parts.Sum(a => shares[a]) >= survive ? (SegmentFate.Split, parts)
            : (SegmentFate.Vanished, Array.Empty<int>());
        return new SegmentTransition(segment, fate, after, [.. after.Select(a => shares[a])]);
    }

    private static double[][] Shares(int[] before, int[] after, int later)
    {
        var sizes = ClusterSizes.Of(before, ClusterSizes.Clusters(before));
        double[][] shares = [.. sizes.Select(_ => new double[later])];
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] >= 0 && after[i] >= 0)
                shares[before[i]][after[i]] += 1.0 / sizes[before[i]];
        }
        return shares;
    }
}
