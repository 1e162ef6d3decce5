namespace Segmentation.Quality;

/// <summary>Whether two counts of the same kinds have the same shares: Pearson's χ² of the table of both, without Yates' correction.</summary>
public sealed record Homogeneity(double Statistic, int Freedom, double PValue)
{
    /// <summary>Null without cases in either or with fewer than two kinds that occur.</summary>
    public static Homogeneity? Of(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Count, before.Count, nameof(after));
        var kinds = before.Zip(after).Where(kind => kind.First + kind.Second > 0).ToList();
        double n = before.Sum(), m = after.Sum();
        if (n == 0 || m == 0 || kinds.Count < 2)
            return null;
        double statistic = kinds.Sum(kind => Term(kind.First, kind.First + kind.Second, n / (n + m)) + Term(kind.Second, kind.First + kind.Second, m / (n + m)));
        return new(statistic, kinds.Count - 1, ChiSquared.UpperTail(statistic, kinds.Count - 1));
    }

    private static double Term(int found, int of, double share) => (found - of * share) * (found - of * share) / (of * share);
}
