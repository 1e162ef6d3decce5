using System.IO.Compression;
using System.Text.Json;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>One kind of thing that is held on a person, as rows under names.</summary>
public sealed record HeldTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>
/// All that is held on one person, for the person: every version of every data set, every segment, each line of a file, what is said of them in
/// checks, notes and the suppression list. One ZIP with all of it as JSON and each part as a CSV.
/// </summary>
public sealed class HeldData(DashboardDb db, Uploads uploads, SuppressionList list, Consents consents, Pseudonyms pseudonyms)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public async Task<byte[]> ZipAsync(IReadOnlyList<CustomerRecord> records, CancellationToken cancellation)
    {
        var tables = new List<HeldTable>();
        foreach (var record in records)
        {
            tables.AddRange(await TablesAsync(record, cancellation));
        }
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var json = await zip.CreateEntry("everything.json").OpenAsync(cancellation))
            {
                await JsonSerializer.SerializeAsync(json, tables.ToDictionary(t => t.Name, t => t.Rows.Select(row => t.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second))), Readable, cancellation);
            }
            foreach (var table in tables.Where(t => t.Rows.Count > 0))
            {
                await using var entry = await zip.CreateEntry(table.Name + ".csv").OpenAsync(cancellation);
                Write(table, entry);
            }
        }
        return bytes.ToArray();
    }

    private async Task<IReadOnlyList<HeldTable>> TablesAsync(CustomerRecord record, CancellationToken cancellation)
    {
        var (id, who) = (record.Dataset.Id, new Identity(record));
        var imports = await db.Imports.AsNoTracking().Where(i => i.DatasetId == id).OrderBy(i => i.Id).ToListAsync(cancellation);
        var drafts = await db.ImportDrafts.AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellation);
        HeldTable[] tables =
        [
            Values(record),
            new("segments", ["segmentation", "at", "version", "segment", "distance", "in use"],
                [.. record.Segments.Select(s => (object?[])[s.Run.Name, s.Run.FinishedAt ?? s.Run.QueuedAt, s.Run.DatasetVersion, s.Segment.Name, s.Distance, s.IsInUse])]),
            new("imports", ["version", "file", "at", "by"],
                [.. record.Versions.Select(v => record.Imports.GetValueOrDefault(v.From)).OfType<Import>().Select(i => (object?[])[i.Version, i.FileName, i.FinishedAt ?? i.QueuedAt, i.CreatedBy])]),
            await RejectedAsync(imports, who, cancellation),
            new("lines of files", ["file", "line", "text"], [.. LinesOf(id, imports, drafts, who)]),
            new("lines of files that were placed", ["file", "line", "text"], [.. (await db.Batches.AsNoTracking().OrderBy(b => b.Id).ToListAsync(cancellation))
                .SelectMany(b => who.Lines(uploads.PathOf(b.StoredName), b, record.Dataset.KeyName).Select(line => (object?[])[b.FileName, line.Line, line.Raw]))]),
            new("checks", ["file", "column", "before", "after"], [.. drafts.Where(d => d.DatasetId == id).SelectMany(d => Changes(d, who))]),
            await NotesAsync(id, who, cancellation),
            await SuppressedAsync(record),
            new("consents", ["column", "says", "file", "at", "asked at", "version of the words", "words"], [.. (await consents.OfAsync(record, cancellation))
                .Select(c => (object?[])[c.Column.Name, c.Says, c.File, c.At, c.Wording?.Source, c.Wording?.Version, c.Wording?.Text])]),
            await AuditAsync(pseudonyms.OfCustomer(record.Latest.Row.Key), cancellation),
        ];
        return [.. tables.Select(t => t with { Name = $"{id} {t.Name}" })];
    }

    private static HeldTable Values(CustomerRecord record) => new(
        "values", ColumnNames.Clean(["data set", "from version", "up to version", "left out", record.Dataset.KeyName, .. record.Columns.Select(c => c.Name)]),
        [.. record.Versions.Select(v => (object?[])[record.Dataset.Name, v.From, v.To, v.LeftOut == LeftOut.No ? null : LeftOutText.Of(v.LeftOut), v.Row.Key, .. v.Row.Values])]);

    private async Task<HeldTable> RejectedAsync(List<Import> imports, Identity who, CancellationToken cancellation)
    {
        var rows = new List<object?[]>();
        foreach (var import in imports)
        {
            var options = ImportOptions.FromJson(import.Options);
            var rejected = await db.RejectedRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Id).ToListAsync(cancellation);
            rows.AddRange(rejected.Where(r => who.IsIn(r.Raw, options)).Select(r => (object?[])[import.FileName, r.Line, r.Raw, r.Reason]));
        }
        return new("rejected lines", ["file", "line", "text", "reason"], rows);
    }

    /// <summary>A file that is still being looked at may speak of them too: of another data set by their address alone.</summary>
    private IEnumerable<object?[]> LinesOf(int dataset, List<Import> imports, List<ImportDraft> drafts, Identity who)
    {
        var files = imports.Select(i => (i.FileName, i.StoredName, i.Options, HasKeys: true))
            .Concat(drafts.Select(d => (d.FileName, d.StoredName, d.Options, HasKeys: d.DatasetId == dataset))).DistinctBy(f => f.StoredName);
        return files.SelectMany(f => who.Lines(uploads.PathOf(f.StoredName), ImportOptions.FromJson(f.Options), f.HasKeys).Select(line => (object?[])[f.FileName, line.Line, line.Raw]));
    }

    private static IEnumerable<object?[]> Changes(ImportDraft draft, Identity who) =>
        (Findings.FromJson(draft.Findings)?.Changes ?? []).Where(c => who.IsKey(c.Key)).Select(c => (object?[])[draft.FileName, c.Column, c.Before, c.After]);

    private async Task<HeldTable> NotesAsync(int dataset, Identity who, CancellationToken cancellation)
    {
        var segments = await db.Segments.AsNoTracking().Where(s => s.Run.DatasetId == dataset).OrderBy(s => s.Id).Select(s => new { s.Name, s.Description, s.Action }).ToListAsync(cancellation);
        return new("notes", ["segment", "text"], [.. segments.SelectMany(s => new[] { s.Name, s.Description, s.Action }.Where(who.IsNamedIn).Select(text => (object?[])[s.Name, text]))]);
    }

    private async Task<HeldTable> SuppressedAsync(CustomerRecord record)
    {
        var found = new List<Suppression>();
        foreach (var text in record.Latest.Row.Values.OfType<string>().Where(t => t.Contains('@')).Append(record.Latest.Row.Key).Distinct())
        {
            found.AddRange((await list.FindAsync(text)).Where(s => s.DatasetId is null || s.DatasetId == record.Dataset.Id));
        }
        return new("suppression list", ["number", "reason", "since", "by"], [.. found.DistinctBy(s => s.Id).Select(s => (object?[])[s.Id, s.Reason, s.AddedAt, s.AddedBy])]);
    }

    private async Task<HeldTable> AuditAsync(string pseudonym, CancellationToken cancellation)
    {
        var entries = await db.Audit.AsNoTracking().Where(a => a.About.Contains(pseudonym)).OrderBy(a => a.Id).ToListAsync(cancellation);
        return new("audit log", ["at", "by", "what", "about"], [.. entries.Select(a => (object?[])[a.At, a.Who, a.What, a.About])]);
    }

    private static void Write(HeldTable table, Stream output)
    {
        using var csv = new CsvText(output);
        csv.Row([.. table.Columns]);
        foreach (var row in table.Rows)
        {
            foreach (var value in row)
            {
                if (value is double number) { csv.Number(number); }
                else { csv.Text(Shown(value)); }
            }
            csv.EndRow();
        }
    }

    private static string Shown(object? value) => value is DateTime at ? at.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
        : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
