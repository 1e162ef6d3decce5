using Charts;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Imports.Orders;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Explore;

/// <summary>The charts of a data set by name. They keep counts and figures, not values, so a version's charts stay in memory.</summary>
public sealed class ExploreCharts(CustomerStore store, QualityCheck check, IMemoryCache cache)
{
    public static readonly string[] Names = ["histogram", "bars", "pairs", "correlation", "boxplot", "missing", "revenue"];
    public const int MostCorrelated = 15;
    public const int MostMissing = 30;
    private const int Stretches = 100;
    private const int SizeOfPairs = 300_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Null where there is nothing to draw.</summary>
    public Chart? Draw(string name, Import import, ExploreWish wish) => name switch
    {
        "histogram" => wish.Of is null ? null : Picture(Quality(import, wish.Of), import.Dataset),
        "bars" => wish.By is null ? null : Picture(Quality(import, wish.By), import.Dataset),
        "pairs" => Compared(import, wish).Pairs,
        "correlation" => Correlation(check.Of(import)),
        "boxplot" => Compared(import, wish).Boxes,
        "missing" => Missing(import),
        "revenue" => Revenue(import),
        _ => null,
    };

    /// <summary>One column alone: how its numbers spread, or its most frequent texts. Null for a column without values to show.</summary>
    public static Chart? Picture(ColumnQuality quality, Dataset dataset)
    {
        var (column, spread, top) = (quality.Column, quality.Spread, quality.Top);
        if (spread is not null)
        {
            return new Histogram(column.Name, $"How many customers have which {column.Label}.", column.Name, spread.Bins) { Mean = column.Mean, Median = spread.Median };
        }
        if (column.Role == Csv.ColumnRole.Date && top.Count > 0)
        {
            return new ColumnChart(column.Name, $"How many customers have which {column.Label}.", column.Name, "Customers", [.. top.Select(t => t.Text)], [.. top.Select(t => (double)t.Count)]);
        }
        return top.Count == 0 ? null : new CategoryBars(
            column.Name, $"How many customers have which {column.Label}.", column.Name, [.. top.Select(t => new CategoryBar(t.Text, t.Count))], top.Count,
            Math.Max(0, column.Distinct - top.Count), Math.Max(0, (long)dataset.Customers - column.Missing - top.Sum(t => (long)t.Count)));
    }

    public static Chart Correlation(DataQuality quality)
    {
        var columns = quality.Compared.Take(MostCorrelated).ToList();
        return new CorrelationMap("What moves together", "Pearson's correlation of every two numbers: 1 is together, −1 against each other, 0 is no straight line.",
            [.. columns.Select(c => c.Label)], [.. columns.Select((_, i) => (IReadOnlyList<double?>)[.. columns.Select((_, j) => j < i && double.IsFinite(quality.Correlation[i][j]) ? Math.Clamp(quality.Correlation[i][j], -1, 1) : (double?)null)])]);
    }

    /// <summary>The chosen numbers in pairs, and one number by the values of the category. Both come from one reading.</summary>
    public (Chart Pairs, BoxPlots? Boxes) Compared(Import import, ExploreWish wish)
    {
        var (pairs, boxes) = cache.GetOrCreate((typeof(ExploreCharts), import.Id, import.Dataset.Version, (wish with { IsViolin = false }).ToQuery()), entry =>
        {
            (entry.SlidingExpiration, entry.Size) = (Kept, SizeOfPairs);
            return Read(import, wish);
        });
        return (pairs!, boxes is null ? null : boxes with { Violin = wish.IsViolin });
    }

    /// <summary>Null when nothing is missing.</summary>
    public Chart? Missing(Import import)
    {
        var columns = import.Dataset.Columns.Where(c => c.IsStored && c.Missing > 0).OrderByDescending(c => c.Missing).ThenBy(c => c.Position).Take(MostMissing).ToList();
        return columns.Count == 0 ? null : cache.GetOrCreate((typeof(MissingMap), import.Id, import.Dataset.Version), entry =>
        {
            (entry.SlidingExpiration, entry.Size) = (Kept, 1000 * columns.Count);
            var (rows, stretches) = (import.Dataset.Customers, Math.Min(Stretches, import.Dataset.Customers));
            using var reader = store.Read(import.Dataset, import.Dataset.Version);
            var counts = reader.Missing(columns, stretches);
            return new MissingMap("What is missing", "The share of the customers without a value, and where in the file they are: a strip is filled as high as the share missing there.",
                "Customer, in the order of the file", [.. columns.Select((c, i) => new MissingColumn(c.Label, c.Missing, [.. counts[i].Select((count, s) => count / (double)Length(s, stretches, rows))]))], rows);
        });
    }

    /// <summary>What the latest file of orders sums up to by month; null for customers who did not come from orders.</summary>
    public static Chart? Revenue(Import import) => Months(import) is not { Count: > 0 } months ? null : new ColumnChart(
        "Revenue by month", "What all customers bought in each month.", "Month", "Revenue", [.. months.Select(m => $"{m.Month:yyyy-MM}")], [.. months.Select(m => m.Revenue)]);

    public static IReadOnlyList<MonthRevenue> Months(Import import) => import.Dataset.Kind == DatasetKind.Transactions ? ImportOptions.FromJson(import.Options).Months ?? [] : [];

    private static int Length(int stretch, int stretches, int rows) =>
        (int)(((stretch + 1L) * rows + stretches - 1) / stretches - ((long)stretch * rows + stretches - 1) / stretches);

    private ColumnQuality Quality(Import import, Column column) => check.Of(import).Columns.Single(c => c.Column.Id == column.Id);

    private (Chart Pairs, BoxPlots? Boxes) Read(Import import, ExploreWish wish)
    {
        List<Column> numbers = [.. wish.Pair.Append(wish.Of).OfType<Column>().Distinct()];
        var read = new ColumnsRead(numbers, wish.By);
        check.Of(import, read);
        var grouping = Task.Run(() => read.Texts ?? Places(import, wish.By));
        var values = Values(import, numbers, read.Numbers);
        var groups = new CustomerGroups(wish.By is null ? null : Quality(import, wish.By));
        var (places, texts) = grouping.GetAwaiter().GetResult();
        var groupOf = wish.By is null ? new int[values.Values.FirstOrDefault()?.Length ?? 0] : groups.Of(places, texts);
        var boxes = Task.Run(() => wish.Of is null ? null : groups.Boxes(Quality(import, wish.Of), values[wish.Of], groupOf));
        var pairs = groups.Pairs([.. wish.Pair.Select(c => Quality(import, c))], [.. wish.Pair.Select(c => values[c])], groupOf);
        return (pairs, boxes.GetAwaiter().GetResult());
    }

    private Dictionary<Column, double[]> Values(Import import, List<Column> columns, Dictionary<Column, double[]> values)
    {
        var unread = columns.FindAll(c => !values.ContainsKey(c));
        if (unread.Count > 0)
        {
            using var reader = store.Read(import.Dataset, import.Dataset.Version);
            var read = reader.Numbers(unread).Values;
            for (var i = 0; i < read.Length; i++)
            {
                values[unread[i]] = read[i];
            }
        }
        return values;
    }

    private (int[] Places, IReadOnlyList<string> Texts) Places(Import import, Column? by)
    {
        if (by is null)
        {
            return ([], []);
        }
        using var reader = store.Read(import.Dataset, import.Dataset.Version);
        return reader.Places(by);
    }
}
