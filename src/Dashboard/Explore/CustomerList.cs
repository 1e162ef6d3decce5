using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Explore;

public sealed record CustomerPage(IReadOnlyList<CustomerRow> Rows, int Number, int Pages, int Found);

/// <summary>
/// Pages of customers in any order. The order itself, four bytes a customer, is found out once and kept for ten minutes in the
/// bounded memory that charts use too; a page then reads its own rows and nothing else. Whoever looks at many customers gets
/// the orders of all columns made ready meanwhile, so that a click on a header waits for nothing.
/// </summary>
public sealed class CustomerList(CustomerStore store, IMemoryCache cache, IHostApplicationLifetime lifetime)
{
    private const int Many = 100_000;
    private const long MostPrepared = 32 << 20;
    public const int PageSize = 50;
    private const int MostChoices = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ChoicesKept = TimeSpan.FromDays(1);

    public CustomerPage Page(Import import, CustomerWish wish, Segment? segment, int number)
    {
        using var reader = store.Read(import.Dataset, import.Dataset.Version);
        Prepare(import, reader.Stored);
        if (number <= 1 && wish.ToQuery().Length == 0)
        {
            // What everybody opens first needs no order of all.
            return new(reader.First(PageSize), 1, PagesOf(import.Dataset.Customers), import.Dataset.Customers);
        }
        var rows = Rows(import, wish, segment, reader);
        var pages = PagesOf(rows.Length);
        number = Math.Clamp(number, 1, pages);
        var from = (number - 1) * PageSize;
        return new(reader.At(rows.AsSpan(from, Math.Min(PageSize, rows.Length - from))), number, pages, rows.Length);
    }

    /// <summary>The values to choose from, of the categories that have few.</summary>
    public IReadOnlyDictionary<int, string[]> Choices(Import import) => cache.GetOrCreate((typeof(CustomerList), import.Id, import.Dataset.Version), entry =>
    {
        using var reader = store.Read(import.Dataset, import.Dataset.Version);
        var choices = reader.Stored.Where(c => c.Role is ColumnRole.Category or ColumnRole.Consent && c.Distinct <= MostChoices)
            .ToDictionary(c => c.Position, c => reader.Counts(c, MostChoices).Select(v => v.Text).Order(StringComparer.OrdinalIgnoreCase).ToArray());
        (entry.SlidingExpiration, entry.Size) = (ChoicesKept, 100 + choices.Values.Sum(values => values.Sum(v => 2L * v.Length)));
        return choices;
    })!;

    private static int PagesOf(int customers) => Math.Max(1, (customers + PageSize - 1) / PageSize);

    private int[] Rows(Import import, CustomerWish wish, Segment? segment, CustomerReader reader)
    {
        var isSorted = wish.Sort.By is not null || wish.Sort.ByKey;
        if (isSorted && !wish.IsFiltered)
        {
            return Order(import, wish.Sort, reader);
        }
        return cache.GetOrCreate((typeof(CustomerWish), import.Id, import.Dataset.Version, wish.ToQuery()), entry =>
        {
            var filter = new CustomerFilter(wish.Search, wish.Filters, segment is null ? null : (segment.RunId, segment.Index));
            var rows = isSorted ? reader.Rows(filter, Order(import, wish.Sort, reader)) : reader.Rows(filter);
            (entry.SlidingExpiration, entry.Size) = (Kept, 1000 + 4L * rows.Length);
            return rows;
        })!;
    }

    private int[] Order(Import import, CustomerSort sort, CustomerReader reader)
    {
        var order = cache.GetOrCreate((typeof(CustomerOrder), import.Id, import.Dataset.Version, sort.By?.Position), entry =>
        {
            var found = reader.Order(sort.By);
            (entry.SlidingExpiration, entry.Size) = (Kept, 1000 + 4L * found.Rows.Length);
            return found;
        })!;
        return sort.Descending ? order.Falling() : order.Rows;
    }

    private void Prepare(Import import, IReadOnlyList<Column> columns)
    {
        if (import.Dataset.Customers < Many || cache.TryGetValue((typeof(CustomerList), "prepared", import.Id, import.Dataset.Version), out _))
        {
            return;
        }
        cache.Set((typeof(CustomerList), "prepared", import.Id, import.Dataset.Version), true, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 100 });
        // To sort very many different texts takes as much memory as they do, so that waits for somebody who wants it.
        Column?[] sortable = [.. columns.Where(c => c.Role == ColumnRole.Number || c.Distinct <= QualityCheck.MostDistinct), null];
        _ = Task.Run(() =>
        {
            using var reader = store.Read(import.Dataset, import.Dataset.Version);
            foreach (var column in sortable.Take((int)(MostPrepared / (4L * import.Dataset.Customers))).TakeWhile(_ => !lifetime.ApplicationStopping.IsCancellationRequested))
            {
                Order(import, new(column, column is null), reader);
            }
        });
    }
}
