using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Explore;

/// <summary>One thing to know before these customers are segmented; serious ones change what a segmentation means.</summary>
public sealed record QualityFinding(bool IsSerious, string Text)
{
    private const double MuchMissing = 0.2;

    /// <summary>With the sentence on those who are left out, if there are any.</summary>
    public static IReadOnlyList<QualityFinding> In(DataQuality quality, Import import, string? leftOut = null) =>
        [.. Columns(quality, import.Dataset.Customers), .. Pairs(quality), .. Rows(import.Rows), .. leftOut is null ? [] : (QualityFinding[])[new(false, leftOut)]];

    private static IEnumerable<QualityFinding> Columns(DataQuality quality, int customers)
    {
        foreach (var (column, flag, spread, _) in quality.Columns.Where(c => c.Column.IsStored))
        {
            if (flag is { } known)
            {
                yield return new(known == ColumnFlag.Empty, Flagged(column, known));
            }
            else if (column.Missing > MuchMissing * customers)
            {
                yield return new(true, $"{column.Name} is missing for {Figure.Share(column.Missing / (double)customers)} of the customers. A segmentation that uses it leaves them out.");
            }
            if (flag is null && spread is { Outliers: > 0 })
            {
                yield return new(false, $"{column.Name} has {Outlying(spread)}. They pull a segment's mean towards them; robust scaling or DBSCAN mind them less.");
            }
        }
    }

    private static string Flagged(Column column, ColumnFlag flag) => flag switch
    {
        ColumnFlag.Empty => $"{column.Name} has no value at all.",
        ColumnFlag.Constant => $"{column.Name} is the same for everyone, so it cannot tell customers apart.",
        _ => $"{column.Name} looks like a running number or key: it names customers and says nothing about them.",
    };

    private static string Outlying(NumberSpread spread) => string.Join(" and ", new[]
    {
        spread.Above > 0 ? $"{spread.Above:N0} unusually high {Values(spread.Above)} (above {Figure.Text(spread.HighFence)})" : "",
        spread.Below > 0 ? $"{spread.Below:N0} unusually low {Values(spread.Below)} (below {Figure.Text(spread.LowFence)})" : "",
    }.Where(text => text.Length > 0));

    private static string Values(int count) => count == 1 ? "value" : "values";

    private static IEnumerable<QualityFinding> Pairs(DataQuality quality) => quality.Correlated.Select(pair => new QualityFinding(
        true, $"{pair.First.Name} and {pair.Second.Name} move together (correlation {pair.Correlation:0.00}). A segmentation that uses both counts the same thing twice."));

    private static IEnumerable<QualityFinding> Rows(ImportCounts rows)
    {
        if (rows.Duplicate > 0)
        {
            yield return new(false, $"{rows.Duplicate:N0} {(rows.Duplicate == 1 ? "row" : "rows")} of the file had the key of a customer who was there already.");
        }
        if (rows.Rejected > 0)
        {
            yield return new(false, $"{rows.Rejected:N0} {(rows.Rejected == 1 ? "row" : "rows")} of the file could not be used.");
        }
    }
}
