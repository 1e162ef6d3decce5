namespace Dashboard.Targets;

/// <summary>Something segments are rated by: how much it counts, 0 to 100, and the scores that the team gave, 0 to 10 by the index of the segment.</summary>
public sealed record Criterion(string Name, double Weight, Measure Measure, IReadOnlyDictionary<int, double> Scores)
{
    public const double MostWeight = 100;

    /// <summary>The team's score, else what was measured, else null.</summary>
    public double? ScoreOf(int segment, Measured measured) =>
        Scores.TryGetValue(segment, out var score) ? score : measured.Of(Measure, segment);
}
