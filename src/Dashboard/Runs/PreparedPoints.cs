using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation;

namespace Dashboard.Runs;

/// <summary>The customers of a run as it saw them: their rows, the points that were compared, the segment of each, and what the columns stand for.</summary>
public sealed record PreparedPoints(long[] Rows, Matrix Data, int[] Segments, IReadOnlyList<string> Columns)
{
    /// <summary>Null where the customers are no longer those that the run compared.</summary>
    public static PreparedPoints? Load(Run run, CustomerReader reader)
    {
        var settings = RunSettings.FromJson(run.Settings);
        var preparation = RunModel.FromJson(run.Model!).PreparationFor(settings);
        var (segments, _) = reader.NumbersOf(run.Id, []);
        if (segments.Length == 0)
        {
            return null;
        }
        // Only what is compared, not all that is known of a customer.
        var numbers = new FeatureSource(reader.Stored, settings.Derived, preparation.Numbers).Columns;
        var words = reader.Stored.Where(c => preparation.Categories.Any(coded => coded.Name == c.Name));
        var customers = Customers.Load(reader, [.. numbers, .. words], settings);
        if (customers.Rows.Length > segments.Length)
        {
            // Who was left out when it ran, and no longer is.
            customers = customers.Where(reader.Labels(run.Id).ContainsKey);
        }
        return customers.Rows.Length != segments.Length ? null
            : new(customers.Rows, preparation.Points(customers.Values, customers.Words), segments, [.. ColumnsOf(preparation, reader.Stored)]);
    }

    private static IEnumerable<string> ColumnsOf(Preparation preparation, IReadOnlyList<Column> columns)
    {
        string Label(string name) => columns.FirstOrDefault(c => c.Name == name)?.Label ?? name;
        return [.. preparation.Numbers.Select(Label), .. preparation.Categories.SelectMany(c => c.Code.Values.Select(value => $"{Label(c.Name)}: {value}"))];
    }
}
