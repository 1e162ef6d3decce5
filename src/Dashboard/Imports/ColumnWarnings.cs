using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>What may be wrong with a column though every cell of it can be read.</summary>
internal static partial class ColumnWarnings
{
    private const double YoungestAge = 10;
    private const double OldestAge = 110;
    private const double FarDeviations = 10;

    public static IEnumerable<string> Of(Column column, RunningSummary summary)
    {
        if (column.Role is ColumnRole.OptOut or ColumnRole.OptIn)
        {
            // Who does not take part is not counted here, so that all others say the same.
            yield break;
        }
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
        if (Expected(column) is var (low, high) && summary.CountOutside(low, high) is > 0 and var outside)
        {
            yield return $"{column.Name}: {outside:N0} {Rows(outside)} below {low:0.##} or above {high:0.##}, which is unlikely; the values go from {column.Min:0.##} to {column.Max:0.##}.";
        }
        else if (summary.Outliers() is { Count: > 0 } outliers)
        {
            yield return $"{column.Name}: {outliers.Count:N0} {Rows(outliers.Count)} far outside the rest (below {outliers.Low:0.##} or above {outliers.High:0.##}); the values go from {column.Min:0.##} to {column.Max:0.##}.";
        }
        else if (!summary.IsComplete && Math.Max(column.Max!.Value - column.Mean!.Value, column.Mean.Value - column.Min!.Value) > FarDeviations * column.StandardDeviation)
        {
            yield return $"{column.Name}: some rows are far outside the rest; the values go from {column.Min:0.##} to {column.Max:0.##}, on average they are {column.Mean:0.##}.";
        }
    }

    /// <summary>Between what the values of an age lie, or of a score that says so by its name, as "Spending Score (1-100)".</summary>
    private static (double Low, double High)? Expected(Column column) =>
        HeaderWords.IsAge(column.Label) ? (YoungestAge, OldestAge)
        : NamedRange().Match(column.Name) is { Success: true } range && (Bound(range, 1), Bound(range, 2)) is var (low, high) && low < high ? (low, high)
        : null;

    private static double Bound(Match range, int group) => double.Parse(range.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Rows(int count) => count == 1 ? "row is" : "rows are";

    [GeneratedRegex(@"\((\d{1,6}) ?[-–] ?(\d{1,6})\)$")]
    private static partial Regex NamedRange();
}
