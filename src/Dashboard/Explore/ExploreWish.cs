using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dashboard.Explore;

/// <summary>
/// What somebody wants to compare, as it stands in the address: pair (up to five numbers), by (a category, or "none"), of (the
/// number whose spread is shown by that category) and shape. Columns are called as in <see cref="CustomerWish"/>; what is not
/// there or not known is chosen for them.
/// </summary>
public sealed record ExploreWish(IReadOnlyList<Column> Pair, Column? By, Column? Of, bool IsViolin)
{
    public const int MostPairs = 5;
    public const string None = "none";
    public const string Violin = "violin";
    private const int UsualPairs = 3;
    private const int FewValues = 8;

    public static ExploreWish Read(IQueryCollection query, Dataset dataset)
    {
        var (numbers, categories) = (Numbers(dataset), Categories(dataset));
        var pair = numbers.Where(c => query["pair"].Contains(CustomerWish.NameOf(c))).Take(MostPairs).ToList();
        var suggested = RunRequest.Suggested(dataset);
        var of = numbers.Find(c => CustomerWish.NameOf(c) == query["of"]) ?? suggested.FirstOrDefault() ?? numbers.FirstOrDefault();
        var by = query["by"] == None ? null
            : categories.Find(c => CustomerWish.NameOf(c) == query["by"]) ?? categories.Find(c => c.Distinct is > 1 and <= FewValues);
        return new(pair.Count > 0 ? pair : [.. suggested.Take(UsualPairs)], by, of, query["shape"] == Violin);
    }

    /// <summary>Columns of numbers that have any.</summary>
    public static List<Column> Numbers(Dataset dataset) => [.. dataset.Columns.Where(c => c.Role == ColumnRole.Number && c.Distinct > 0).OrderBy(c => c.Position)];

    /// <summary>Columns whose values make groups, and are few enough to be counted.</summary>
    public static List<Column> Categories(Dataset dataset) =>
        [.. dataset.Columns.Where(c => c.Role is ColumnRole.Category or ColumnRole.Consent && c.Distinct is > 0 and <= QualityCheck.MostDistinct).OrderBy(c => c.Position)];

    /// <summary>The same for the same wish: it also names the wish where it is remembered.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        foreach (var column in Pair)
        {
            query.Add("pair", CustomerWish.NameOf(column));
        }
        query.Add("by", By is null ? None : CustomerWish.NameOf(By));
        if (Of is not null)
        {
            query.Add("of", CustomerWish.NameOf(Of));
        }
        if (IsViolin)
        {
            query.Add("shape", Violin);
        }
        return query.ToString();
    }
}
