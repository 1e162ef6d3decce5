using Dashboard.Data;
using Segmentation;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>The values of columns by which people must not be disadvantaged; ages are looked at in bands, other numbers in quarters.</summary>
internal static class SensitiveColumns
{
    private const double YearsPerBand = 15;

    public static IEnumerable<(string Name, string?[] Values)> In(IReadOnlyList<Column> columns, IReadOnlyList<NumberColumn> numbers, IReadOnlyList<CategoryColumn> categories)
    {
        var sensitive = columns.Where(c => c.IsSensitive).Select(c => c.Name).ToHashSet();
        return categories.Where(c => sensitive.Contains(c.Name)).Select(c => (c.Name, c.Values)).Concat(numbers.Where(c => sensitive.Contains(c.Name)).Select(c => (c.Name, Bands(c))));
    }

    private static string?[] Bands(NumberColumn column)
    {
        if (column.Label.Equals("age", StringComparison.OrdinalIgnoreCase))
        {
            return Array.ConvertAll(column.Values, age => double.IsNaN(age) ? null : $"{Math.Floor(age / YearsPerBand) * YearsPerBand:0}");
        }
        double[] sorted = [.. column.Values.Where(v => !double.IsNaN(v)).Order()];
        double[] bounds = sorted.Length == 0 ? [] : [Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 0.75)];
        return Array.ConvertAll(column.Values, v => double.IsNaN(v) ? null : $"{bounds.Count(bound => v > bound)}");
    }
}
