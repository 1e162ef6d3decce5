using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>
/// Fewer people than these could be recognised, so whatever is shown or taken away does not say how many of them are of a kind. Nor does it tell the
/// cells from which such a one could be worked out, since what the cells of a segment come to is known, and what those of a word come to.
/// </summary>
public sealed class SmallCells
{
    public const int Few = 5;

    private readonly HashSet<(int Segment, string Category, string Value)> _hidden = [];

    /// <summary>Of all words of all segments of a run.</summary>
    public static SmallCells Of(Run run)
    {
        var (cells, profiles) = (new SmallCells(), run.Segments.Select(s => s.ReadProfile()).ToList());
        foreach (var category in profiles.SelectMany(p => p.Categories.Select(c => (p.Index, Category: c))).GroupBy(c => c.Category.Name))
        {
            var hidden = category.Select(c => c.Category.Shares.Select(s => Hides(s.Count)).ToArray()).ToArray();
            Complete([.. category.Select(c => c.Category.Shares.Select(s => (long)s.Count).ToArray())], hidden);
            foreach (var (row, c) in category.Index())
            {
                cells._hidden.UnionWith(c.Category.Shares.Where((_, i) => hidden[row][i]).Select(s => (c.Index, category.Key, s.Value)));
            }
        }
        return cells;
    }

    public static bool Hides(int people) => people is > 0 and < Few;

    public static string Count(int people) => Hides(people) ? $"fewer than {Few}" : people.ToString("N0");

    public bool Hides(int segment, string category, string value) => _hidden.Contains((segment, category, value));

    public string Count(int segment, string category, CategoryShare share) => Hides(share.Count) || !Hides(segment, category, share.Value) ? Count(share.Count) : "not told";

    public string Share(int segment, string category, CategoryShare share) => Hides(segment, category, share.Value) ? "" : Figure.Share(share.Share);

    public bool AnyIn(string category) => _hidden.Any(cell => cell.Category == category);

    /// <summary>Hides more cells, the smallest first, until those hidden in each row and in each column are several and not too few people together.</summary>
    public static void Complete(long[][] counts, bool[][] hidden)
    {
        (int Row, int Column)[][] lines =
        [
            .. counts.Select((row, i) => row.Select((_, j) => (i, j)).ToArray()),
            .. Enumerable.Range(0, counts[0].Length).Select(j => counts.Select((_, i) => (i, j)).ToArray()),
        ];
        while (lines.Select(WeakestIn).FirstOrDefault(cell => cell is not null) is var (row, column))
        {
            hidden[row][column] = true;
        }

        // Next to others that are hidden a cell completes its other line as well.
        int Beside((int Row, int Column) cell) => hidden[cell.Row].Count(h => h) + hidden.Count(row => row[cell.Column]);

        (int Row, int Column)? WeakestIn((int Row, int Column)[] line)
        {
            var (masked, told) = (line.Where(c => hidden[c.Row][c.Column]).ToList(), line.Where(c => !hidden[c.Row][c.Column]).ToList());
            return masked.Count == 0 || told.Count == 0 || masked.Count > 1 && masked.Sum(c => counts[c.Row][c.Column]) >= Few ? null
                : told.OrderBy(c => counts[c.Row][c.Column] == 0).ThenByDescending(Beside).ThenBy(c => counts[c.Row][c.Column]).First();
        }
    }
}
