using System.Globalization;

namespace Dashboard.Runs;

/// <summary>
/// What a chart of a run shall show, as it stands in an address; features by name, segments by their index, the angle in degrees,
/// and the values of one customer to be found at a glance.
/// </summary>
public sealed record ChartChoice(
    string? X = null, string? Y = null, string? Z = null, int? Angle = null, int? Segment = null, string? Feature = null, string? Shape = null, int? With = null,
    double? AtX = null, double? AtY = null, int[]? Segments = null)
{
    public const string Violin = "violin";

    public string ToQuery()
    {
        (string Name, string? Value)[] parts =
        [
            ("x", X), ("y", Y), ("z", Z), ("angle", Text(Angle)), ("segment", Text(Segment)), ("feature", Feature), ("shape", Shape), ("with", Text(With)), ("atX", Text(AtX)), ("atY", Text(AtY)),
        ];
        var segments = (Segments ?? []).Select(index => (Name: "segments", Value: Text(index)));
        return QueryString.Create(parts.Concat(segments).Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).Value ?? "";
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
