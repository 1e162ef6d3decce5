namespace Segmentation.Quality;

/// <summary>
/// Whether a distribution moved: the population stability index Σ (a - e) ln(a / e) over the shares a and e of bins. The usual
/// bounds of 0.1 and 0.25 know no sample size; ByChance is what it comes to on average when nothing moved, and PValue is the
/// chance of at least this much then, by index · nm / (n + m) being about χ² (Yurdakul and Naranjo, J. Risk Model Validation 14, 2020).
/// </summary>
public sealed record PopulationStability(double Index, double ByChance, double PValue, int Bins)
{
    /// <summary>At most so many bins for numbers, and fewer where one would hold under <see cref="LeastPerBin"/> of the earlier ones.</summary>
    public const int MaxBins = 10;

    /// <summary>The least that a bin should hold for the index to be more than chance.</summary>
    public const int LeastPerBin = 20;

    /// <summary>Counts per bin before and after, such as sizes of segments. Bins empty both times are left out; in the others half a case stands in for none. Null without cases or with fewer than two bins.</summary>
    public static PopulationStability? OfCounts(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Count, before.Count, nameof(after));
        var bins = before.Zip(after).Where(bin => bin.First + bin.Second > 0).ToList();
        double n = before.Sum(), m = after.Sum();
        if (n == 0 || m == 0 || bins.Count < 2)
            return null;
        double index = bins.Sum(bin =>
        {
            double expected = Math.Max(0.5, bin.First) / n, actual = Math.Max(0.5, bin.Second) / m;
            return (actual - expected) * Math.Log(actual / expected);
        });
        double unit = 1 / n + 1 / m;
        return new PopulationStability(index, (bins.Count - 1) * unit, ChiSquared.UpperTail(index / unit, bins.Count - 1), bins.Count);
    }

    /// <summary>Numbers before and after, in bins that hold equal shares of those before; NaN is left out.</summary>
    public static PopulationStability? Of(double[] before, double[] after)
    {
        var first = BinnedSample.Of(before);
        var second = first.Alike();
        foreach (double value in after)
            second.Add(value);
        return OfCounts(first.Counts, second.Counts);
    }
}
