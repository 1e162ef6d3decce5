using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Explore;

/// <summary>Looks at all values of a data set once; what it found is kept in memory, since a version does not change.</summary>
public sealed class QualityCheck(CustomerStore store, IMemoryCache cache)
{
    public const int RowsShown = 5;
    private const int TopShown = 12;
    public const int MostDistinct = 10_000;

    /// <summary>Of that many customers, evenly spread, a correlation of 0.95 is known to ± 0.002.</summary>
    private const int MostCompared = 20_000;

    /// <summary>Columns held in memory at a time: 64 MB for a million customers.</summary>
    private const int AtATime = 8;
    private const int SizeOfColumn = 4096;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The import that made the version that people see. Whoever needs whole columns too gets those that were read for it:
    /// all the first time, none when it is remembered.
    /// </summary>
    public DataQuality Of(Import import, ColumnsRead? read = null) => cache.GetOrCreate((typeof(DataQuality), import.Id, import.Dataset.Version), entry =>
    {
        (entry.SlidingExpiration, entry.Size) = (Kept, (SizeOfColumn + 4 * import.Dataset.Columns.Count) * (1 + import.Dataset.Columns.Count));
        return Look(import.Dataset, read ?? new([], null));
    })!;

    private DataQuality Look(Dataset dataset, ColumnsRead read)
    {
        using var reader = store.Read(dataset, dataset.Version);
        var texts = Task.Run(() => Texts(dataset, read));
        var (spreads, samples) = Numbers(reader, dataset, read);
        var tops = texts.GetAwaiter().GetResult();
        var columns = dataset.Columns.OrderBy(c => c.Position).ToList();
        return new(
            [.. columns.Select(c => new ColumnQuality(c, FlagOf(c, dataset), spreads.GetValueOrDefault(c), tops.GetValueOrDefault(c, [])) { Days = c.Role == ColumnRole.Date ? reader.Ends(c) : null })],
            [.. samples.Keys], Correlations.Matrix([.. samples.Values]), Math.Min(dataset.Customers, MostCompared),
            reader.Stored.Sum(c => (long)c.Missing), (long)reader.Stored.Count * dataset.Customers, reader.First(RowsShown), reader.Last(RowsShown));
    }

    private static (Dictionary<Column, NumberSpread?> Spreads, Dictionary<Column, double[]> Samples) Numbers(CustomerReader reader, Dataset dataset, ColumnsRead read)
    {
        var (spreads, samples) = (new Dictionary<Column, NumberSpread?>(), new Dictionary<Column, double[]>());
        foreach (var columns in reader.Stored.Where(c => c.Role == ColumnRole.Number).Chunk(AtATime))
        {
            var values = reader.Numbers(columns).Values;
            var found = new NumberSpread?[columns.Length];
            Parallel.For(0, columns.Length, i => found[i] = NumberSpread.Of(values[i]));
            for (var i = 0; i < columns.Length; i++)
            {
                spreads[columns[i]] = found[i];
                read.Keep(columns[i], values[i]);
                if (FlagOf(columns[i], dataset) is null)
                {
                    samples[columns[i]] = Sample(values[i]);
                }
            }
        }
        return (spreads, samples);
    }

    private Dictionary<Column, IReadOnlyList<(string, int)>> Texts(Dataset dataset, ColumnsRead read)
    {
        using var reader = store.Read(dataset, dataset.Version);
        return reader.Stored.Where(c => c.Role != ColumnRole.Number && c.Distinct <= MostDistinct)
            .ToDictionary(c => c, c => c.Role == ColumnRole.Date ? Periods(read.Counts(c, reader, MostDistinct)) : [.. read.Counts(c, reader, MostDistinct).Take(TopShown)]);
    }

    /// <summary>By month, or by year where months would be too many to draw.</summary>
    private static IReadOnlyList<(string, int)> Periods(IReadOnlyList<(string Text, int Count)> dates)
    {
        const int MostMonths = 24;
        List<(string, int)> By(string form) => [.. dates.GroupBy(d => d.Text[..form.Length]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(d => d.Count)))];
        return By("2025-12") is { Count: <= MostMonths } months ? months : By("2025");
    }

    private static ColumnFlag? FlagOf(Column column, Dataset dataset) =>
        !column.IsStored ? null
        : column.Missing >= dataset.Customers ? ColumnFlag.Empty
        : column.Distinct == 1 ? ColumnFlag.Constant
        : RunRequest.LooksLikeId(column, dataset) ? ColumnFlag.IdLike
        : null;

    private static double[] Sample(double[] values)
    {
        var size = Math.Min(values.Length, MostCompared);
        return [.. Enumerable.Range(0, size).Select(i => values[(long)i * values.Length / size])];
    }
}
