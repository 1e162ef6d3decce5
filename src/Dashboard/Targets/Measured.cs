using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Targets;

/// <summary>What is known of each segment, as scores from 0 to 10: its size and its sum of worth against the greatest, and the share that may be written to.</summary>
public sealed record Measured(IReadOnlyDictionary<int, double> Sizes, IReadOnlyDictionary<int, double> Worths, IReadOnlyDictionary<int, double> Reaches)
{
    private const double Best = 10;
    private static readonly string[] MoneyWords = ["revenue", "monetary", "turnover", "sales", "spend", "spent", "lifetime value", "clv", "umsatz"];

    // A sum of scores or of means says nothing, however they are called.
    private static readonly string[] NoSums = ["score", "index", "average", "avg", "mean", "rate", "share", "percent", "%", "rank"];

    public double? Of(Measure measure, int segment) => measure switch
    {
        Measure.Size => Known(Sizes, segment),
        Measure.Worth => Known(Worths, segment),
        Measure.Reach => Known(Reaches, segment),
        _ => null,
    };

    public static Measured Of(IReadOnlyList<Segment> segments, string? worth, IReadOnlyDictionary<int, double> reachable) => new(
        Scaled(segments, segment => segment.Size),
        worth is null ? new Dictionary<int, double>() : Scaled(segments, segment => Worth.TotalOf(segment, worth)),
        reachable.ToDictionary(share => share.Key, share => Best * share.Value));

    /// <summary>The feature that most looks like money; null when none does.</summary>
    public static string? LikelyWorth(Segment segment)
    {
        string[] sums = [.. segment.ReadProfile().Features.Select(f => f.Name).Where(name => !NoSums.Any(word => Holds(name, word)))];
        return MoneyWords.Select(word => sums.FirstOrDefault(name => Holds(name, word))).FirstOrDefault(name => name is not null);
    }

    private static bool Holds(string name, string word) => name.Replace('_', ' ').Contains(word, StringComparison.OrdinalIgnoreCase);

    // Scores against the greatest; where sums go below zero there is no such scale.
    private static Dictionary<int, double> Scaled(IReadOnlyList<Segment> segments, Func<Segment, double?> figure)
    {
        var figures = segments.Select(s => (s.Index, Value: figure(s))).Where(f => f.Value is not null).ToDictionary(f => f.Index, f => f.Value!.Value);
        var most = figures.Values.DefaultIfEmpty().Max();
        return most <= 0 || figures.Values.Any(v => v < 0) ? [] : figures.ToDictionary(f => f.Key, f => Best * f.Value / most);
    }

    private static double? Known(IReadOnlyDictionary<int, double> scores, int segment) => scores.TryGetValue(segment, out var score) ? score : null;
}
