namespace Segmentation.Quality;

/// <summary>How far something moved, for those who have to decide: the last two are reasons to act.</summary>
public enum DriftSize
{
    /// <summary>No more than chance explains.</summary>
    None,

    /// <summary>More than chance, but too little to matter.</summary>
    Little,

    /// <summary>Noticeably.</summary>
    Clear,

    /// <summary>So much that it is hardly the same any more.</summary>
    Far,
}

/// <summary>
/// Whether a feature, or the mix of groups, is as it was. Index says how much it moved, with what chance alone would give; PValue
/// is the chance of at least this much without any change, by the test that is right for the size of the samples.
/// </summary>
public sealed record Drift(PopulationStability? Index, double PValue)
{
    /// <summary>The chance that anything at all is called moved, in a comparison where nothing moved.</summary>
    public const double FalseAlarms = 0.03;

    private const double Noticeable = 0.1;
    private const double Strong = 0.25;
    private const int LeastExpected = 5;

    /// <summary>Numbers whose bins are the same (<see cref="BinnedSample.Alike"/>): by Kolmogorov and Smirnov while both are few, else by Pearson's χ² over the bins.</summary>
    public static Drift OfNumbers(BinnedSample before, BinnedSample after)
    {
        var binned = OfBins([.. before.Counts.Zip(after.Counts)]);
        return before.Values is { } old && after.Values is { } now ? binned with { PValue = KolmogorovSmirnov.Of(old, now)?.PValue ?? 1 } : binned;
    }

    /// <summary>Counts of kinds that have no order, such as words or groups: by Pearson's χ². Kinds too rare to be judged alone are taken together.</summary>
    public static Drift OfCounts(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Count, before.Count, nameof(after));
        return OfBins([.. before.Zip(after).OrderByDescending(kind => kind.First + kind.Second)]);
    }

    /// <summary>How many of some cases have a mark that a share of them should have at most.</summary>
    public static Drift OfShare(int hits, int cases, double expected) => new(null, Binomial.UpperTail(hits, cases, expected));

    /// <summary>
    /// Looks at several at once without calling the more of them moved the more there are (Holm, Scand. J. Statist. 6, 1979).
    /// What moved for certain is judged by how much the index exceeds chance: 0.1 and 0.25 are the usual bounds.
    /// </summary>
    public static DriftSize[] Judge(IReadOnlyList<Drift> drifts)
    {
        var sizes = new DriftSize[drifts.Count];
        foreach (var (rank, (at, drift)) in drifts.Index().OrderBy(d => d.Item.PValue).Index())
        {
            if (drift.PValue > FalseAlarms / (drifts.Count - rank))
                break;
            sizes[at] = SizeOf(drift.Index);
        }
        return sizes;
    }

    private static DriftSize SizeOf(PopulationStability? index) => index is null ? DriftSize.Clear
        : (index.Index - index.ByChance) switch { >= Strong => DriftSize.Far, >= Noticeable => DriftSize.Clear, _ => DriftSize.Little };

    private static Drift OfBins(List<(int First, int Second)> bins)
    {
        var pooled = Pooled(bins);
        int[] before = [.. pooled.Select(bin => bin.First)], after = [.. pooled.Select(bin => bin.Second)];
        return new(PopulationStability.OfCounts(before, after), Homogeneity.Of(before, after)?.PValue ?? 1);
    }

    /// <summary>Neighbours are taken together until the smaller sample would have enough cases in each by chance.</summary>
    private static List<(int First, int Second)> Pooled(List<(int First, int Second)> bins)
    {
        double n = bins.Sum(bin => bin.First), m = bins.Sum(bin => bin.Second), smaller = Math.Min(n, m) / Math.Max(1, n + m);
        List<(int First, int Second)> pooled = [];
        (int First, int Second) open = default;
        foreach (var bin in bins)
        {
            open = (open.First + bin.First, open.Second + bin.Second);
            if ((open.First + open.Second) * smaller < LeastExpected)
                continue;
            pooled.Add(open);
            open = default;
        }
        if (pooled.Count > 0)
            pooled[^1] = (pooled[^1].First + open.First, pooled[^1].Second + open.Second);
        return pooled;
    }
}
