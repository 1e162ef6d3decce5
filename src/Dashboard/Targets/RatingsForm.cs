using System.Globalization;
using Dashboard.Data;

namespace Dashboard.Targets;

/// <summary>Ratings as a form sends them: "attraction0.name", "attraction0.weight", "attraction0.segment3" and so on, one number for each criterion.</summary>
public static class RatingsForm
{
    public const string Attraction = "attraction";
    public const string Strength = "strength";
    private const int MostCriteria = 12;
    private const int LongestName = 80;
    private const double Best = Charts.EvaluationPlot.Best;

    /// <summary>A criterion without a name is left out; what cannot be read is left out too, and told.</summary>
    public static Ratings Read(IFormCollection form, IReadOnlyList<Segment> segments, List<string> problems) => new(
        Criteria(form, Attraction, segments, problems), Criteria(form, Strength, segments, problems),
        [.. segments.Select(s => s.Index).Where(i => form["suits"].Contains(i.ToString(CultureInfo.InvariantCulture)))],
        form["worth"].ToString() is { Length: > 0 } worth && segments.Any(s => Worth.TotalOf(s, worth) is not null) ? worth : null);

    public static string FieldOf(string axis, int place, string part) => string.Create(CultureInfo.InvariantCulture, $"{axis}{place}.{part}");

    public static string ScoreOf(Segment segment) => string.Create(CultureInfo.InvariantCulture, $"segment{segment.Index}");

    private static List<Criterion> Criteria(IFormCollection form, string axis, IReadOnlyList<Segment> segments, List<string> problems)
    {
        var found = new List<Criterion>();
        for (var i = 0; i < MostCriteria; i++)
        {
            if (Names.Tidy(form[FieldOf(axis, i, "name")]) is not { Length: > 0 } name)
            {
                continue;
            }
            var weight = Number(form[FieldOf(axis, i, "weight")], Criterion.MostWeight, $"The weight of “{name}”", problems) ?? 0;
            var scores = new Dictionary<int, double>();
            foreach (var segment in segments)
            {
                if (Number(form[FieldOf(axis, i, ScoreOf(segment))], Best, $"“{name}” of {segment.Name}", problems) is { } score)
                {
                    scores[segment.Index] = score;
                }
            }
            _ = Enum.TryParse<Measure>(form[FieldOf(axis, i, "measure")], out var measure);
            found.Add(new(name.Length > LongestName ? name[..LongestName] : name, weight, Enum.IsDefined(measure) ? measure : Measure.None, scores));
        }
        return found;
    }

    private static double? Number(string? text, double most, string what, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= most)
        {
            return value;
        }
        problems.Add($"{what} is “{Runs.Figure.Short(text, 20)}”. Give a number from 0 to {most}.");
        return null;
    }
}
