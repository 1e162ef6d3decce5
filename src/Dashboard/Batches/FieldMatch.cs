using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Batches;

/// <summary>Finds what a run needs among the columns of a file: by name, without case, then by the words of the name alone where only one column has them.</summary>
public static class FieldMatch
{
    public static IReadOnlyList<int> Of(IReadOnlyList<string> file, IEnumerable<Column> wanted)
    {
        List<string> names = [.. file.Select(ColumnNames.Fold)], words = [.. file.Select(Words)];
        return [.. wanted.Select(column => names.IndexOf(ColumnNames.Fold(column.Name)) is >= 0 and var at ? at : Only(words, Words(column.Name)))];
    }

    private static int Only(List<string> words, string wanted) =>
        words.Count(w => w == wanted) == 1 ? words.IndexOf(wanted) : BatchOptions.None;

    /// <summary>"spending_score" and "Spending Score (1-100)" are the same words.</summary>
    private static string Words(string name) =>
        string.Concat(ColumnNames.Fold(ColumnNames.LabelAndUnit(name).Label).Where(char.IsLetterOrDigit));
}
