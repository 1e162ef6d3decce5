using Charts;
using Dashboard.Data;
using Dashboard.Imports.Orders;
using Dashboard.Runs;

namespace Dashboard.Explore;

/// <summary>What to see in a chart, in plain words.</summary>
public static class Caption
{
    private const double Weak = 0.3;
    private const double Clear = 0.7;

    public static string OfColumn(ColumnQuality quality, Dataset dataset) => quality.Spread is { } spread ? OfNumber(quality.Column, spread) : OfTexts(quality, dataset);

    public static string OfPairs(DataQuality quality, IReadOnlyList<Column> columns)
    {
        var places = columns.Select(c => quality.Compared.ToList().FindIndex(other => other.Id == c.Id)).Where(place => place >= 0).Order().ToList();
        var pairs = from i in places from j in places where j < i && double.IsFinite(quality.Correlation[i][j]) select (First: quality.Compared[j], Second: quality.Compared[i], R: quality.Correlation[i][j]);
        return pairs.OrderByDescending(p => Math.Abs(p.R)).FirstOrDefault() switch
        {
            (null, _, _) => "Look for clouds that stand apart: they are what a segmentation finds.",
            { R: var r } when Math.Abs(r) < Weak => "No two of these rise or fall together in a straight line. Look for clouds that stand apart: they are what a segmentation finds.",
            var (first, second, r) => $"{first.Label} and {second.Label} go together most closely: where the one is high, the other {(Math.Abs(r) < Clear ? "tends to be" : "is")} {(r > 0 ? "high" : "low")} (correlation {Two(r)}). Look for clouds that stand apart: they are what a segmentation finds.",
        };
    }

    public static string OfCorrelation(DataQuality quality)
    {
        if (quality.Correlated.Count == 0)
        {
            return $"No two numbers say nearly the same: none is beyond ±{Correlations.Strong}.";
        }
        var (first, second, r) = quality.Correlated[0];
        return $"{first.Label} and {second.Label} say nearly the same (correlation {Two(r)}): in a segmentation use one of them, or it counts twice."
            + (quality.Correlated.Count > 1 ? $" {quality.Correlated.Count - 1:N0} more {(quality.Correlated.Count == 2 ? "pair is" : "pairs are")} as close." : "");
    }

    public static string OfBoxes(BoxPlots boxes, Column of)
    {
        if (of.Min == of.Max)
        {
            return $"Everyone has {Figure.WithUnit(of.Median ?? double.NaN, of.Unit)}.";
        }
        if (boxes.Boxes.Count == 1)
        {
            return $"Half of all have at least {Figure.WithUnit(boxes.Boxes[0].Box.Median, of.Unit)}.";
        }
        var (low, high) = (boxes.Boxes.MinBy(b => b.Box.Median)!, boxes.Boxes.MaxBy(b => b.Box.Median)!);
        return low.Box.Median == high.Box.Median
            ? $"In every group half have at least {Figure.WithUnit(low.Box.Median, of.Unit)}."
            : $"{of.Label} is highest for {high.Name}, where half have at least {Figure.WithUnit(high.Box.Median, of.Unit)}, and lowest for {low.Name} with {Figure.WithUnit(low.Box.Median, of.Unit)}.{(low.Box.Upper < high.Box.Lower ? " Their middle halves do not even touch." : " Their middle halves overlap.")}";
    }

    public static string OfMissing(Dataset dataset)
    {
        var gaps = dataset.Columns.Where(c => c.IsStored && c.Missing > 0).OrderByDescending(c => c.Missing).ToList();
        return gaps.Count == 0 ? "No value is missing: every customer has all of them."
            : $"{gaps[0].Label} is missing most often: for {gaps[0].Missing:N0} of {dataset.Customers:N0} customers ({Figure.Share(gaps[0].Missing / (double)dataset.Customers)}). A segmentation leaves out who lacks one of its features."
                + (gaps.Count > ExploreCharts.MostMissing ? $" The {ExploreCharts.MostMissing} columns with most gaps of {gaps.Count:N0}." : "");
    }

    public static string OfRevenue(IReadOnlyList<MonthRevenue> months)
    {
        var best = months.MaxBy(m => m.Revenue)!;
        return $"The strongest month was {best.Month:MMMM yyyy} with {Figure.Text(best.Revenue)}. The first and the last month may not be complete."
            + " From the latest file of orders, by the rules that it was imported with.";
    }

    private static string OfNumber(Column column, NumberSpread spread)
    {
        if (column.Min == column.Max)
        {
            return $"Everyone has {Figure.WithUnit(spread.Median, column.Unit)}.";
        }
        var middle = spread.LowerQuartile == spread.UpperQuartile
            ? $"At least half of the customers have exactly {Figure.WithUnit(spread.Median, column.Unit)}"
            : $"The middle half of the customers is between {Figure.Text(spread.LowerQuartile)} and {Figure.WithUnit(spread.UpperQuartile, column.Unit)}; half of all have at least {Figure.Text(spread.Median)}";
        var pulled = column.Mean > spread.UpperQuartile ? $", and a few high values pull the mean up to {Figure.Text(column.Mean)}"
            : column.Mean < spread.LowerQuartile ? $", and a few low values pull the mean down to {Figure.Text(column.Mean)}" : "";
        return $"{middle}{pulled}.{OfFar(column, spread)}";
    }

    private static string OfFar(Column column, NumberSpread spread)
    {
        var far = spread.Bins.Count == 0 || spread.Window is not var (from, to) ? "" : (column.Min < from, column.Max > to) switch
        {
            (true, true) => $"below {Figure.Text(from)} or above {Figure.Text(to)} (from {Figure.Text(column.Min)} to {Figure.Text(column.Max)})",
            (true, _) => $"below {Figure.Text(from)} (down to {Figure.Text(column.Min)})",
            _ => $"above {Figure.Text(to)} (up to {Figure.Text(column.Max)})",
        };
        return far.Length == 0 ? "" : $" Not drawn: the few {far}.";
    }

    private static string OfTexts(ColumnQuality quality, Dataset dataset)
    {
        var (column, known) = (quality.Column, Math.Max(1, dataset.Customers - quality.Column.Missing));
        if (quality.Top.Count == 0)
        {
            return $"{column.Distinct:N0} different values, too many to count one by one.";
        }
        if (quality.Days is var (first, last))
        {
            return $"From {first} to {last}; most are of {quality.Top.MaxBy(t => t.Count).Text}.";
        }
        var (text, count) = quality.Top[0];
        return column.Distinct == 1 ? $"Everyone has {Figure.Short(text, 40)}."
            : count == 1 ? $"Each of the {column.Distinct:N0} values occurs once: this column names customers rather than grouping them."
            : $"{Figure.Short(text, 40)} is the most frequent, with {Figure.Share(count / (double)known)} of the customers who have a value; there are {column.Distinct:N0} values in all.";
    }

    private static string Two(double correlation) => correlation.ToString("0.00").Replace('-', '−');
}
