using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Batches;

/// <summary>Finds what a run needs among the columns of a file: by name, without case, then by the words of the name alone where only one column has them.</summary>
public static class FieldMatch
{
    public static IReadOnlyList<int> Of(IReadOnlyList<string> file, IEnumerable<Column> wanted)
    {
        List<string> names = [.. file.Select(ColumnNames.Fold)], words = [.. file.Select(name => string.Concat(Words(name)))];
        return [.. wanted.Select(column => names.IndexOf(ColumnNames.Fold(column.Name)) is >= 0 and var at ? at : Only(words, string.Concat(Words(column.Name))))];
    }

    /// <summary>For what was not found, the free column that has the most words in common with it, for somebody to look at: it may be in another unit.</summary>
    public static IReadOnlyList<int> Suggest(IReadOnlyList<string> file, IReadOnlyList<Column> wanted, IReadOnlyList<int> found)
    {
        List<int> free = [.. Enumerable.Range(0, file.Count).Except(found)];
        List<int> likeliest = [.. wanted.Select((column, i) => found[i] == BatchOptions.None ? Likeliest(free, at => Alike(file[at], column.Name)) : BatchOptions.None)];
        return [.. likeliest.Select(at => likeliest.Count(other => other == at) == 1 ? at : BatchOptions.None)];
    }

    private static int Only(List<string> words, string wanted) =>
        words.Count(w => w == wanted) == 1 ? words.IndexOf(wanted) : BatchOptions.None;

    /// <summary>None where two are equally like it.</summary>
    private static int Likeliest(List<int> free, Func<int, double> alike)
    {
        var ranked = free.Select(at => (At: at, Alike: alike(at))).Where(c => c.Alike > 0).OrderByDescending(c => c.Alike).ToList();
        return ranked.Count == 0 || ranked.Count > 1 && ranked[1].Alike == ranked[0].Alike ? BatchOptions.None : ranked[0].At;
    }

    /// <summary>The words in both names, of those in either.</summary>
    private static double Alike(string one, string other)
    {
        string[] words = Words(one), others = Words(other);
        return (double)words.Intersect(others).Count() / Math.Max(1, words.Union(others).Count());
    }

    /// <summary>"spending_score" and "Spending Score (1-100)" are the same words.</summary>
    private static string[] Words(string name) => string.Concat(ColumnNames.Fold(ColumnNames.LabelAndUnit(name).Label).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
