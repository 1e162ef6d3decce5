namespace Dashboard.Runs;

/// <summary>What a chart of a run shall show, as it stands in an address; features by name, a segment by its index, the angle in degrees.</summary>
public sealed record ChartChoice(
    string? X = null, string? Y = null, string? Z = null, int? Angle = null, int? Segment = null, string? Feature = null, string? Shape = null, int? With = null)
{
    public const string Violin = "violin";
}
