namespace Segmentation.Profiles;

/// <summary>Who is in a segment: size, share of all rows (noise included), and every feature against everyone else. Index -1 is noise.</summary>
public sealed record SegmentProfile(int Index, int Size, double Share, IReadOnlyList<FeatureProfile> Features, IReadOnlyList<CategoryProfile> Categories)
{
    /// <summary>One profile per cluster in order, and one for noise last where there is noise. Columns are row-aligned with the labels. O(rows · log rows) per column.</summary>
    public static IReadOnlyList<SegmentProfile> Compute(IReadOnlyList<NumberColumn> numbers, IReadOnlyList<CategoryColumn> categories, int[] labels, int clusters)
    {
        var everyone = numbers.Select(column => Summary.Of(column.Values)).ToArray();
        var totals = categories.Select(CategoryProfile.Totals).ToArray();
        var indices = Enumerable.Range(0, clusters).Concat(labels.Contains(-1) ? [-1] : []);
        var members = labels.Index().ToLookup(row => row.Item, row => row.Index);
        return [.. indices.Select(index => Of(index, [.. members[index]]))];

        SegmentProfile Of(int index, int[] rows) => new(
            index,
            rows.Length,
            (double)rows.Length / labels.Length,
            [.. numbers.Select((column, j) => FeatureProfile.Of(column, rows, everyone[j]))],
            [.. categories.Select((column, j) => CategoryProfile.Of(column, rows, totals[j]))]);
    }
}
