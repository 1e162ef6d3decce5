using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>
/// The customers of a run who have a value for every feature, column by column; the others are left out and counted. Features
/// are numbers, then categories; further columns stand behind them.
/// </summary>
internal sealed record Customers(
    long[] Rows, int LeftOut, IReadOnlyList<Column> Columns, IReadOnlyList<Feature> NumberFeatures, IReadOnlyList<Feature> CategoryFeatures,
    IReadOnlyList<NumberColumn> Numbers, IReadOnlyList<CategoryColumn> Categories)
{
    public IReadOnlyList<double[]> Values => [.. Numbers.Take(NumberFeatures.Count).Select(c => c.Values)];

    public IReadOnlyList<string?[]> Words => [.. Categories.Take(CategoryFeatures.Count).Select(c => c.Values)];

    public static Customers Load(CustomerReader reader, IReadOnlyList<Column> columns, RunSettings settings)
    {
        var wanted = settings.Features.ToDictionary(f => f.Name);
        List<Column> categories = [.. columns.Where(IsCategory).OrderByDescending(c => wanted.ContainsKey(c.Name))];
        List<Feature> words = [.. categories.Where(c => wanted.ContainsKey(c.Name)).Select(c => wanted[c.Name])];
        List<Feature> numbers = [.. settings.Features.Except(words)];
        string[] names = [.. numbers.Select(f => f.Name).Union(columns.Where(c => c.Role == ColumnRole.Number).Select(c => c.Name))];
        var source = new FeatureSource(columns, settings.Derived, names);
        var (rows, read) = reader.Numbers(source.Columns);
        var values = source.Values(read);
        string?[][] texts = [.. categories.Select(reader.Texts)];
        var complete = Complete(values[..numbers.Count], texts[..words.Count]);
        if (complete.Length == 0)
        {
            throw new WorkFailed($"No customer has a value in each of: {string.Join(", ", settings.Features.Select(f => f.Name))}. Choose features that are filled.");
        }
        NumberColumn NumberOf(string name, int j) => columns.FirstOrDefault(c => c.Name == name) is { } column
            ? new(name, column.Label, column.Unit, Pick(values[j], complete), j < numbers.Count)
            : new(name, name, null, Pick(values[j], complete), j < numbers.Count);
        return new(Pick(rows, complete), rows.Length - complete.Length, columns, numbers, words,
            [.. names.Select(NumberOf)], [.. categories.Select((c, j) => new CategoryColumn(c.Name, c.Label, Pick(texts[j], complete)))]);
    }

    /// <summary>Those alone in whom somebody is interested.</summary>
    public Customers Where(Func<long, bool> wanted)
    {
        int[] places = [.. Enumerable.Range(0, Rows.Length).Where(i => wanted(Rows[i]))];
        return this with
        {
            Rows = Pick(Rows, places),
            Numbers = [.. Numbers.Select(c => c with { Values = Pick(c.Values, places) })],
            Categories = [.. Categories.Select(c => c with { Values = Pick(c.Values, places) })],
        };
    }

    public static bool IsCategory(Column column) => column.Role is ColumnRole.Category or ColumnRole.Consent;

    private static int[] Complete(double[][] numbers, string?[][] words)
    {
        var positions = new List<int>(numbers[0].Length);
        for (var i = 0; i < numbers[0].Length; i++)
        {
            if (!Array.Exists(numbers, values => double.IsNaN(values[i])) && !Array.Exists(words, values => values[i] is null))
            {
                positions.Add(i);
            }
        }
        return [.. positions];
    }

    private static T[] Pick<T>(T[] values, int[] positions) =>
        positions.Length == values.Length ? values : Array.ConvertAll(positions, i => values[i]);
}
