using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>What may be wrong with a column though every cell of it can be read.</summary>
internal static class ColumnWarnings
{
    private const double OldestAge = 110;

    public static IEnumerable<string> Of(Column column, RunningSummary summary)
    {
        summary.WriteTo(column);
        var known = summary.Count;
        if (known == 0)
        {
            yield return $"{column.Name} has no value in any row.";
            yield break;
        }
        if (column.Distinct == 1 && known > 1)
        {
            yield return $"{column.Name} is the same in every row, so it cannot tell customers apart.";
        }
        if (summary.IsComplete && known > 20 && column.Distinct == known && column.Role is ColumnRole.Category or ColumnRole.Text)
        {
            yield return $"{column.Name} is different in every row, as an id would be.";
        }
        if (column.Role != ColumnRole.Number)
        {
            yield break;
        }
        if (LooksLikeAge(column) && (column.Min < 0 || column.Max > OldestAge))
        {
            yield return $"{column.Name} goes from {column.Min:0.##} to {column.Max:0.##}, which nobody's age does.";
        }
        else if (summary.Outliers() is { Count: > 0 } outliers)
        {
            yield return $"{column.Name}: {outliers.Count:N0} {(outliers.Count == 1 ? "row is" : "rows are")} far outside the rest (below {outliers.Low:0.##} or above {outliers.High:0.##}); the values go from {column.Min:0.##} to {column.Max:0.##}.";
        }
    }

    private static bool LooksLikeAge(Column column) => column.Label.Split(' ').Contains("age", StringComparer.OrdinalIgnoreCase);
}
