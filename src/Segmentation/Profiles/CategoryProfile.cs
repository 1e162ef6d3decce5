namespace Segmentation.Profiles;

/// <summary>The words of one column within one segment, the most frequent overall first, at most fifty, equal ones by the alphabet; missing values are left out.</summary>
public sealed record CategoryProfile(string Name, string Label, IReadOnlyList<CategoryShare> Shares)
{
    private const int MostValues = 50;

    internal static CategoryProfile Of(CategoryColumn column, IReadOnlyCollection<int> members, (IReadOnlyList<KeyValuePair<string, int>> Frequent, int Known) everyone)
    {
        var counts = members.Select(i => column.Values[i]).OfType<string>().CountBy(value => value).ToDictionary();
        double known = counts.Values.Sum(), knownOverall = everyone.Known;
        return new CategoryProfile(column.Name, column.Label, [.. everyone.Frequent.Select(pair =>
        {
            int count = counts.GetValueOrDefault(pair.Key);
            double share = known == 0 ? 0 : count / known;
            double overall = pair.Value / knownOverall;
            double others = (pair.Value - count) / Math.Max(1, knownOverall - known);
            double effect = known == 0 || known == knownOverall ? 0 : Effects.CohensH(share, others);
            return new CategoryShare(pair.Key, count, share, overall, share / overall, others, effect);
        })]);
    }

    internal static (IReadOnlyList<KeyValuePair<string, int>> Frequent, int Known) Totals(CategoryColumn column)
    {
        var counts = column.Values.OfType<string>().CountBy(value => value).ToList();
        return ([.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostValues)], counts.Sum(pair => pair.Value));
    }
}
