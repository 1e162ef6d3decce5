using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>What a customer said in a column, by which file and when it came here, and to which words.</summary>
public sealed record Consent(Column Column, string? Says, string? File, DateTime? At, ConsentWording? Wording);

/// <summary>Who agreed or objected to what: the file and the day are known from the import, the words from whoever asked for them.</summary>
public sealed class Consents(DashboardDb db, AuditLog audit)
{
    private const int LongestText = 2000;
    private const int LongestSource = 120;

    public static bool IsOne(Column column) => column.IsStored && column.Role is ColumnRole.Consent or ColumnRole.OptIn or ColumnRole.OptOut;

    public Task<List<ConsentWording>> WordingsAsync(Dataset dataset, CancellationToken cancellation = default)
    {
        var columns = dataset.Columns.Where(IsOne).Select(c => c.Id).ToList();
        return db.ConsentWordings.AsNoTracking().Where(w => columns.Contains(w.ColumnId)).OrderBy(w => w.ColumnId).ThenByDescending(w => w.Version).ToListAsync(cancellation);
    }

    /// <summary>The next version of the words of a column; earlier ones stay, since people agreed to them. Null, or why not.</summary>
    public async Task<string?> WordAsync(Dataset dataset, int columnId, string? source, string? text, DateOnly? since, string user)
    {
        if (dataset.Columns.Find(c => c.Id == columnId && IsOne(c)) is not { } column)
        {
            return "Choose a column that says who agreed or objected.";
        }
        if (CellText.Clean(text) is not { Length: > 0 and <= LongestText } words || since is not { } day)
        {
            return $"Give the words that customers agreed to, at most {LongestText:N0} characters, and the day since when they are asked so.";
        }
        await db.WriteAsync(async () =>
        {
            var version = 1 + await db.ConsentWordings.CountAsync(w => w.ColumnId == columnId);
            var where = CellText.Clean(source);
            db.ConsentWordings.Add(new() { ColumnId = columnId, Version = version, Source = where[..Math.Min(where.Length, LongestSource)], Text = words, Since = day, WrittenBy = user });
            await audit.AddAsync("consent.worded", $"data set {dataset.Id}, {column.Name}, version {version}");
        });
        return null;
    }

    /// <summary>Each time that it changed, oldest first.</summary>
    public async Task<IReadOnlyList<Consent>> OfAsync(CustomerRecord record, CancellationToken cancellation)
    {
        var wordings = await WordingsAsync(record.Dataset, cancellation);
        return [.. from column in record.Columns.Index()
                   where IsOne(column.Item)
                   from version in record.Versions.Index()
                   where version.Index == 0 || !Equals(version.Item.Row.Values[column.Index], record.Versions[version.Index - 1].Row.Values[column.Index])
                   let import = record.Imports.GetValueOrDefault(version.Item.From)
                   let at = import?.FinishedAt ?? import?.QueuedAt
                   select new Consent(column.Item, version.Item.Row.Values[column.Index]?.ToString(), import?.FileName, at,
                       wordings.Where(w => w.ColumnId == column.Item.Id && at is not null && w.Since <= DateOnly.FromDateTime(at.Value)).MaxBy(w => (w.Since, w.Version)))];
    }
}
