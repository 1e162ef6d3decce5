using Dashboard.Data;
using Dashboard.Runs;
using Segmentation.Profiles;

namespace Dashboard.Targets;

/// <summary>What the customers of a segment come to in the column of what a customer is worth: their sum, and its share of that of all; null where sums go below zero.</summary>
public sealed record Worth(FeatureProfile Feature, double Total, double? Share)
{
    /// <summary>Null without such a column, or where none of the customers has a value. The segment comes with all others of its run.</summary>
    public static Worth? Of(Segment segment, string? column)
    {
        if (column is null || FeatureOf(segment, column) is not { } feature)
        {
            return null;
        }
        var sums = segment.Run.Segments.Select(s => FeatureOf(s, column)).OfType<FeatureProfile>().Select(Sum).ToList();
        return new(feature, Sum(feature), sums.Sum() > 0 && sums.TrueForAll(sum => sum >= 0) ? Sum(feature) / sums.Sum() : null);
    }

    public static double? TotalOf(Segment segment, string column) => FeatureOf(segment, column) is { } feature ? Sum(feature) : null;

    private static double Sum(FeatureProfile feature) => feature.Mean * feature.Count;

    private static FeatureProfile? FeatureOf(Segment segment, string column) => segment.ReadProfile().Features.FirstOrDefault(f => f.Name == column && f.Count > 0);
}
