namespace Segmentation.Quality;

/// <summary>
/// Mutual information of two partitions adjusted for chance and divided by the mean of their entropies (Vinh, Epps, Bailey,
/// JMLR 11, 2010): 1 for equal partitions, about 0 by chance. Unlike the adjusted Rand index it heeds small groups as much as large.
/// </summary>
public static class AdjustedMutualInformation
{
    /// <summary>Labels are row-aligned; any integers, noise (-1) is a group like the others. O(rows · groups).</summary>
    public static double Index(int[] a, int[] b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length, nameof(b));
        var inA = a.CountBy(label => label).ToDictionary();
        var inB = b.CountBy(label => label).ToDictionary();
        var inBoth = a.Zip(b).CountBy(pair => pair).ToList();
        if (inBoth.Count == inA.Count && inBoth.Count == inB.Count)
            return 1;
        double n = a.Length;
        double information = inBoth.Sum(both => both.Value / n * Math.Log(n * both.Value / ((double)inA[both.Key.First] * inB[both.Key.Second])));
        double expected = ExpectedInformation.Of([.. inA.Values], [.. inB.Values], a.Length);
        return (information - expected) / ((Entropy(inA.Values, n) + Entropy(inB.Values, n)) / 2 - expected);
    }

    private static double Entropy(IEnumerable<int> sizes, double n) => sizes.Sum(size => size / n * Math.Log(n / size));
}
