using System.Text.Json;

namespace Dashboard.Targets;

/// <summary>
/// How a team rates segments: by what makes them attractive, by what makes the team strong there (McDonald and Dunbar, Market Segmentation,
/// 2012), which of them suit it at all, and the feature that says what a customer is worth.
/// </summary>
public sealed record Ratings(IReadOnlyList<Criterion> Attraction, IReadOnlyList<Criterion> Strength, IReadOnlyList<int> Suits, string? Worth)
{
    /// <summary>What a team starts from: the usual questions, those that the site can answer answered.</summary>
    public static Ratings Fresh(string? worth) => new(
        [New("How many they are", 30, Measure.Size), New("What they are worth", 40, Measure.Worth), New("How easy they are to reach", 30, Measure.Reach)],
        [New("How well our offer suits them", 50), New("How well they know us", 50)], [], worth);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Ratings FromJson(string json) => JsonSerializer.Deserialize<Ratings>(json)!;

    /// <summary>The weighted mean of those criteria that have a score; null when none that counts has.</summary>
    public static double? Total(IReadOnlyList<Criterion> criteria, int segment, Measured measured)
    {
        var scored = criteria.Select(c => (c.Weight, Score: c.ScoreOf(segment, measured))).Where(c => c.Score is not null && c.Weight > 0).ToList();
        return scored.Count == 0 ? null : scored.Sum(c => c.Weight * c.Score!.Value) / scored.Sum(c => c.Weight);
    }

    private static Criterion New(string name, double weight, Measure measure = Measure.None) => new(name, weight, measure, new Dictionary<int, double>());
}
