using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Targets;

/// <summary>
/// Something without which a segment is not worth rating (Dolnicar, Grün and Leisch, Market Segmentation Analysis, 2018, step 2). Passes is
/// null where it is not known, Lack says what is wrong where it fails.
/// </summary>
public sealed record KnockOut(string Name, bool? Passes, string Figure, string Lack)
{
    private const double LeastShare = 0.03;
    private const int Fewest = 30;
    private const double ClearSilhouette = 0.25;
    private const double Stable = 0.6;
    private const double RuleGood = 0.7;
    private const double ReachableHalf = 0.5;

    public static readonly string[] Names = ["Large enough", "Distinct", "Comes back", "Can be told by a rule", "Reachable", "Suits us"];

    public static IReadOnlyList<KnockOut> Of(Segment segment, RunEvidence? run, double? reachable, bool suits)
    {
        var found = run?.Segments.FirstOrDefault(e => e.Index == segment.Index);
        return
        [
            new(Names[0], segment.Share >= LeastShare && segment.Size >= Fewest, segment.Size.ToString("N0"), "few customers"),
            At(Names[1], found?.Silhouette, ClearSilhouette, value => value.ToString("0.00"), "not distinct"),
            At(Names[2], found?.Stability, Stable, Runs.Figure.Share, "does not come back"),
            At(Names[3], found?.Rule is { } rule ? Math.Min(rule.Precision, rule.Coverage) : null, RuleGood, Runs.Figure.Share, "no simple rule"),
            At(Names[4], reachable, ReachableHalf, Runs.Figure.Share, "hard to reach"),
            new(Names[5], suits, suits ? "yes" : "not said", "not said to suit us"),
        ];
    }

    private static KnockOut At(string name, double? value, double least, Func<double, string> text, string lack) =>
        value is null ? new(name, null, "not known", lack) : new(name, value >= least, text(value.Value), lack);
}
