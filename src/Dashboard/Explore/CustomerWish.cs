using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dashboard.Explore;

/// <summary>
/// Which customers somebody wants to see, and in which order, as it stands in the address: search, segment, sort, order, and
/// c3.from, c3.to, c3.is, c3.missing for the column at position 3. What is not known there is left out.
/// </summary>
public sealed record CustomerWish(string? Search, int? Segment, IReadOnlyList<ColumnFilter> Filters, CustomerSort Sort)
{
    public const string ByKey = "key";

    public static CustomerWish Read(IQueryCollection query, IEnumerable<Column> columns)
    {
        var stored = columns.Where(c => c.IsStored).OrderBy(c => c.Position).ToList();
        string? sort = query["sort"];
        return new(
            Words(query["search"]), int.TryParse(query["segment"], CultureInfo.InvariantCulture, out var segment) ? segment : null,
            [.. stored.Select(c => Filter(query, c)).OfType<ColumnFilter>()],
            new(stored.Find(c => NameOf(c) == sort), sort == ByKey, query["order"] == "desc"));
    }

    /// <summary>How a column is called in the address.</summary>
    public static string NameOf(Column column) => string.Create(CultureInfo.InvariantCulture, $"c{column.Position}");

    public bool IsFiltered => Search is not null || Segment is not null || Filters.Count > 0;

    public ColumnFilter? On(Column column) => Filters.FirstOrDefault(f => f.Column == column);

    public bool IsBy(Column? column) => column is null ? Sort.ByKey : Sort.By == column;

    /// <summary>The other way round when it is sorted by that column already; null is the key.</summary>
    public CustomerWish SortedBy(Column? column) => this with { Sort = new(column, column is null, IsBy(column) && !Sort.Descending) };

    /// <summary>The same for the same wish: it also names the wish where it is remembered.</summary>
    public string ToQuery(int page = 1)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
        Add("search", Search);
        Add("segment", Segment?.ToString(CultureInfo.InvariantCulture));
        foreach (var filter in Filters)
        {
            var name = NameOf(filter.Column);
            Add(name + ".from", filter.From?.ToString("R", CultureInfo.InvariantCulture));
            Add(name + ".to", filter.To?.ToString("R", CultureInfo.InvariantCulture));
            Add(name + ".is", filter.Is);
            Add(name + ".missing", filter.IsMissing ? "1" : null);
        }
        Add("sort", Sort.ByKey ? ByKey : Sort.By is null ? null : NameOf(Sort.By));
        Add("order", Sort.Descending ? "desc" : null);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    private static ColumnFilter? Filter(IQueryCollection query, Column column)
    {
        var name = NameOf(column);
        var isNumber = column.Role == ColumnRole.Number;
        var filter = new ColumnFilter(
            column, isNumber ? Number(query[name + ".from"]) : null, isNumber ? Number(query[name + ".to"]) : null,
            isNumber ? null : Words(query[name + ".is"]), query[name + ".missing"] == "1");
        return filter == new ColumnFilter(column) ? null : filter;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
