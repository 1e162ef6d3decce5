using Charts;
using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Targets;

/// <summary>The sheet of a run as it is shown and printed: what the team said, what was measured, and what both come to.</summary>
public sealed record SheetView(
    IReadOnlyList<Segment> Segments, Ratings Ratings, Measured Measured, IReadOnlyDictionary<int, double> Reachable, RunEvidence? Evidence, TargetSheet? Saved)
{
    public const string Attraction = "How attractive";
    public const string Strength = "How strong we are there";

    public double? AttractionOf(Segment segment) => Ratings.Total(Ratings.Attraction, segment.Index, Measured);

    public double? StrengthOf(Segment segment) => Ratings.Total(Ratings.Strength, segment.Index, Measured);

    public IReadOnlyList<KnockOut> KnockOutsOf(Segment segment) =>
        KnockOut.Of(segment, Evidence, Reachable.TryGetValue(segment.Index, out var share) ? share : null, Ratings.Suits.Contains(segment.Index));

    /// <summary>Null until a segment has scores both ways.</summary>
    public EvaluationPlot? Plot()
    {
        var bubbles = Segments.Where(s => AttractionOf(s) is not null && StrengthOf(s) is not null)
            .Select(s => new EvaluationBubble(s.Name, RunCharts.SlotOf(s), AttractionOf(s)!.Value, StrengthOf(s)!.Value, SizeOf(s))).ToList();
        return bubbles.Count == 0 ? null : new(
            "Which segments to go for", $"Attractive segments are on the right, those where you are strong at the top; the larger the bubble, the more {SizeTitle.ToLowerInvariant()}.",
            Attraction, Strength, SizeTitle, bubbles);
    }

    /// <summary>What the plot says of a segment, in a word or two.</summary>
    public string VerdictOf(Segment segment) => (AttractionOf(segment), StrengthOf(segment)) switch
    {
        (null, _) or (_, null) => "not rated yet",
        ( >= 5, >= 5) => "go for it",
        ( >= 5, _) => "build up strength",
        (_, >= 5) => "keep, at little cost",
        _ => "leave aside",
    };

    private string SizeTitle => Ratings.Worth is null ? "Customers" : $"Sum of {Ratings.Worth}";

    private double SizeOf(Segment segment) => Ratings.Worth is { } worth ? Math.Max(0, Worth.TotalOf(segment, worth) ?? 0) : segment.Size;
}
