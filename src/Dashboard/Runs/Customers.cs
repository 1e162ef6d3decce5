using Dashboard.Csv;
using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>The customers of a run who have a value for every feature, column by column; the others are left out and counted.</summary>
internal sealed record Customers(long[] Rows, int LeftOut, IReadOnlyList<double[]> Features, IReadOnlyList<NumberColumn> Numbers, IReadOnlyList<CategoryColumn> Categories)
{
    public static Customers Load(CustomerReader reader, IReadOnlyList<Column> columns, IReadOnlyList<Column> features)
    {
        var numberColumns = features.Concat(columns.Where(c => c.Role == ColumnRole.Number && !features.Contains(c))).ToList();
        var (rows, numbers) = reader.Numbers(numberColumns);
        var complete = Complete(numbers[..features.Count]);
        if (complete.Length == 0)
        {
            throw new WorkFailed($"No customer has a value in each of: {string.Join(", ", features.Select(f => f.Name))}. Choose features that are filled.");
        }
        var kept = Array.ConvertAll(numbers, values => Pick(values, complete));
        return new Customers(
            Pick(rows, complete),
            rows.Length - complete.Length,
            kept[..features.Count],
            [.. numberColumns.Select((c, j) => new NumberColumn(c.Name, c.Label, c.Unit, kept[j], j < features.Count))],
            [.. columns.Where(c => c.Role is ColumnRole.Category or ColumnRole.Consent).Select(c => new CategoryColumn(c.Name, c.Label, Pick(reader.Texts(c), complete)))]);
    }

    private static int[] Complete(double[][] features)
    {
        var positions = new List<int>(features[0].Length);
        for (var i = 0; i < features[0].Length; i++)
        {
            if (!Array.Exists(features, values => double.IsNaN(values[i])))
            {
                positions.Add(i);
            }
        }
        return [.. positions];
    }

    /// <summary>That many customers, evenly spread over the file.</summary>
    public IReadOnlyList<double[]> SampleFeatures(int count)
    {
        var positions = Enumerable.Range(0, count).Select(i => (int)((long)i * Rows.Length / count)).ToArray();
        return [.. Features.Select(values => Pick(values, positions))];
    }

    private static T[] Pick<T>(T[] values, int[] positions) =>
        positions.Length == values.Length ? values : Array.ConvertAll(positions, i => values[i]);
}
