using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Runs;

/// <summary>
/// Which customers round a segment somebody wants, and what of them, as it stands in the address: tier (core, full, near), size (how many near
/// misses), columns (none is all), flavour. Without a tier it is the segment in the order of the file. Errors say what was not understood.
/// </summary>
public sealed record AudienceWish(AudienceTier? Tier, int? Near, IReadOnlyList<Column> Columns, CsvFlavour Flavour, Dictionary<string, string[]> Errors)
{
    public static AudienceWish Read(IQueryCollection query, IReadOnlyList<Column> stored)
    {
        var errors = new Dictionary<string, string[]>();
        var chosen = Chosen(query["columns"], stored, errors);
        return new(Tiered(query["tier"], errors), Count(query["size"], errors), chosen.Count > 0 ? chosen : stored,
            (string?)query["flavour"] == "excel" || query["format"] == "excel" ? CsvFlavour.Excel : CsvFlavour.Plain, errors);
    }

    /// <summary>The same list again, as an address says it.</summary>
    public string ToQuery(IReadOnlyList<Column> stored, CsvFlavour flavour)
    {
        var query = new QueryBuilder { { "tier", Name(Tier ?? AudienceTier.Full) } };
        if (Tier == AudienceTier.Near && Near is { } near)
        {
            query.Add("size", near.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var column in Columns.Count < stored.Count ? Columns : [])
        {
            query.Add("columns", column.Name);
        }
        if (flavour == CsvFlavour.Excel)
        {
            query.Add("flavour", "excel");
        }
        return query.ToString();
    }

    public static string Name(AudienceTier tier) => tier.ToString().ToLowerInvariant();

    private static AudienceTier? Tiered(string? text, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        foreach (var tier in Enum.GetValues<AudienceTier>().Where(t => Name(t) == text))
        {
            return tier;
        }
        errors["tier"] = ["tier is core, full or near."];
        return null;
    }

    private static int? Count(string? text, Dictionary<string, string[]> errors)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }
        if (!string.IsNullOrEmpty(text))
        {
            errors["size"] = ["size is how many customers of other segments to add: a whole number from 0."];
        }
        return null;
    }

    /// <summary>Named one by one, or several with commas between; a name may itself hold commas.</summary>
    private static List<Column> Chosen(StringValues texts, IReadOnlyList<Column> stored, Dictionary<string, string[]> errors)
    {
        Column? Find(string name) => stored.FirstOrDefault(c => c.Name == name) ?? stored.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        string[] names = [.. texts.OfType<string>().SelectMany(text => Find(text) is null ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text])];
        string[] unknown = [.. names.Where(name => Find(name) is null)];
        if (unknown.Length > 0)
        {
            errors["columns"] = [$"There is no column {string.Join(", ", unknown.Select(n => $"\"{n}\""))}. There are: {string.Join(", ", stored.Select(c => c.Name))}."];
        }
        return [.. stored.Where(c => names.Any(name => Find(name) == c))];
    }
}
