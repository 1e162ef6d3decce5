namespace Segmentation.Quality;

/// <summary>The adjusted Rand index (Hubert and Arabie, J. Classification 2, 1985): 1 for equal partitions, about 0 by chance.</summary>
public static class AdjustedRand
{
    /// <summary>Labels are row-aligned; any integers, noise (-1) is a group like the others. O(rows).</summary>
    public static double Index(int[] a, int[] b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length, nameof(b));
        double together = Pairs(a.Zip(b));
        double inA = Pairs(a), inB = Pairs(b);
        double all = Choose2(a.Length);
        double expected = all == 0 ? 0 : inA * inB / all;
        double greatest = (inA + inB) / 2;
        return greatest == expected ? 1 : (together - expected) / (greatest - expected);
    }

    private static double Pairs<T>(IEnumerable<T> labels)
        where T : notnull => labels.CountBy(label => label).Sum(group => Choose2(group.Value));

    private static double Choose2(double n) => n * (n - 1) / 2;
}
