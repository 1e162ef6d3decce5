using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Runs;
using Dashboard.Targets;
using Segmentation.Profiles;

namespace Dashboard.Pages.Segments;

/// <summary>A figure that stands above all others, on the page of a segment as on paper: how many they are, how many can be reached, what they are worth. Rows is where the customers behind it are listed.</summary>
public sealed record KeyFigure(string Value, string Says, string? Rows)
{
    private const int InLine = 4;
    private const int MostFeatures = 3;

    /// <summary>Whole lines of them: means of what sets the segment apart fill the last one.</summary>
    public static IReadOnlyList<KeyFigure> Of(Segment segment, SegmentProfile profile, SegmentFacts facts, Worth? worth)
    {
        var rows = new RowsBehind(segment, facts.Columns);
        List<KeyFigure> figures = [new(segment.Size.ToString("N0"), $"customers, {Figure.Share(segment.Share)} of all", rows.All)];
        figures.AddRange(facts.Reach.Select(r => new KeyFigure(
            SmallCells.Count(r.Customers), $"reachable: {r.Channel.Label}{(SmallCells.Hides(r.Customers) ? "" : $", {Figure.Share((double)r.Customers / Math.Max(1, segment.Size))} of them")}", rows.All)));
        if (worth is not null)
        {
            var feature = worth.Feature;
            figures.Add(new(Figure.WithUnit(worth.Total, feature.Unit), $"{feature.Label} together{(worth.Share is { } share ? $", {Figure.Share(share)} of the total" : "")}", rows.SortedBy(feature.Name, descending: true)));
            figures.Add(new(Figure.WithUnit(feature.Mean, feature.Unit), $"{feature.Label} per customer (all: {Figure.Text(feature.OverallMean)})", rows.SortedBy(feature.Name, descending: true)));
        }
        var means = profile.Features.Where(f => f.Clustered && f.Count > 0 && f.Name != worth?.Feature.Name).OrderByDescending(f => Math.Abs(f.Effect)).Take(Math.Min(MostFeatures, (InLine - figures.Count % InLine) % InLine));
        return [.. figures, .. means.Select(f => new KeyFigure(Figure.WithUnit(f.Mean, f.Unit), $"mean {f.Label} (all: {Figure.Text(f.OverallMean)})", rows.SortedBy(f.Name, descending: f.Effect > 0)))];
    }
}
