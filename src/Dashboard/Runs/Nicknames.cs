using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>The names that people give to segments of a kind, in a list which they may change.</summary>
public sealed class Nicknames(DashboardDb db)
{
    public const int Most = 200;
    private const int LongestName = 60;

    /// <summary>What stands in the list until somebody changes it.</summary>
    public static readonly IReadOnlyList<string> Library =
    [
        "high income, high spending: Premium shoppers",
        "high income, low spending: Careful savers",
        "low income, high spending: Enthusiasts",
        "low income, low spending: Bargain hunters",
        "younger, high spending: Young trendsetters",
        "older, low spending: Settled and sensible",
        "high recency: Lapsed",
        "low recency, high frequency: Loyal regulars",
        "low tenure: Newcomers",
        "high frequency, low monetary: Frequent browsers",
        "low frequency, high monetary: Rare big spenders",
    ];

    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var known = await db.Nicknames.AsNoTracking().OrderBy(n => n.Id).Select(n => $"{n.When}: {n.Name}").ToListAsync();
        return known.Count > 0 ? known : Library;
    }

    /// <summary>Replaces the list by these lines; an empty text brings back the library. Says what is wrong, line by line, and then saves nothing.</summary>
    public async Task<IReadOnlyList<string>> SaveAsync(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (Text: Names.Tidy(line) ?? "", Number: i + 1)).Where(l => l.Text.Length > 0).ToList();
        List<string> problems = [.. lines.Select(l => WhyNot(l.Text) is { } why ? $"Line {l.Number}: {why}" : null).OfType<string>()];
        if (lines.Count > Most)
        {
            problems.Add($"There are {lines.Count} nicknames; at most {Most} are kept.");
        }
        if (problems.Count == 0)
        {
            await db.WriteAsync(async () =>
            {
                await db.Nicknames.ExecuteDeleteAsync();
                db.Nicknames.AddRange(lines.Select(l => Parts(l.Text)!.Value).Select(p => new Nickname { When = p.When, Name = p.Name }));
                await db.SaveChangesAsync();
            });
        }
        return problems;
    }

    /// <summary>The nickname whose conditions all hold, of several the one with most conditions; null when none fits.</summary>
    public async Task<string?> OfAsync(SegmentProfile profile)
    {
        var markers = Marker.Of(profile).Where(m => m.Value is null).ToList();
        return (await LinesAsync()).Select(line => Parts(line)!.Value).Select(p => (p.Name, Conditions: Leaning.All(p.When)!))
            .Where(n => n.Conditions.All(c => markers.Any(c.Holds))).OrderByDescending(n => n.Conditions.Count).Select(n => n.Name).FirstOrDefault();
    }

    private static string? WhyNot(string line)
    {
        if (Parts(line) is not var (when, name))
        {
            return $"“{Figure.Short(line, 40)}” has no colon. Write it like “{Library[0]}”.";
        }
        return name.Length > LongestName ? $"A nickname has at most {LongestName} characters."
            : Leaning.All(when) is null ? $"“{Figure.Short(when, 40)}” is not understood. Each condition is “high” or “low” with a word of the feature's name, or “older” or “younger”."
            : null;
    }

    private static (string When, string Name)? Parts(string line)
    {
        var colon = line.IndexOf(':');
        var (when, name) = colon < 0 ? ("", "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
        return when.Length == 0 || name.Length == 0 ? null : (when, name);
    }

    /// <summary>"high income": the segment is marked as above the others in a feature with that word in its name.</summary>
    private sealed record Leaning(string Word, bool High)
    {
        public static IReadOnlyList<Leaning>? All(string when)
        {
            var parts = when.Split(',');
            List<Leaning> found = [.. parts.Select(part => Of(part.Trim())).OfType<Leaning>()];
            return found.Count < parts.Length ? null : found;
        }

        public bool Holds(Marker marker) => marker.Effect > 0 == High && marker.Label.Contains(Word, StringComparison.OrdinalIgnoreCase);

        private static Leaning? Of(string part)
        {
            var words = part.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return words switch
            {
                [var one] when Is(one, "older") => new("age", true),
                [var one] when Is(one, "younger") => new("age", false),
                [var first, var word] when Is(first, "high") || Is(first, "low") => new(word, Is(first, "high")),
                _ => null,
            };
        }

        private static bool Is(string word, string wanted) => word.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }
}
