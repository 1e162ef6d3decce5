using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

public sealed record Erased(int DatasetId, string Name, int Rows);

/// <summary>
/// Takes out all that is held on one person: the rows of every version, memberships, rejected lines, checks, words that were theirs alone, and the
/// uploads in which they came, since a file cannot lose a line and stay the file that it was. Segments are counted again without them.
/// </summary>
public sealed class EraseCustomer(DashboardDb db, CustomerStore store, Uploads uploads, StorageFolder folder, ErasureJournal journal, LeaveOut leaveOut, AuditLog audit, Pseudonyms pseudonyms, TimeProvider time)
{
    public async Task<IReadOnlyList<Erased>> EraseAsync(IReadOnlyList<CustomerRecord> records, CancellationToken cancellation)
    {
        foreach (var dataset in records.Select(r => r.Dataset))
        {
            if (await db.Imports.AnyAsync(i => i.DatasetId == dataset.Id && (i.Status == WorkStatus.Queued || i.Status == WorkStatus.Running), cancellation))
            {
                throw new ImportConflict($"An import into \"{dataset.Name}\" is under way and may bring this customer back. Wait for its end, or cancel it.");
            }
        }
        var erased = new List<Erased>();
        foreach (var record in records)
        {
            var line = await db.WriteAsync(() => journal.AddAsync(record.Dataset.Id, record.Latest.Row.Key, cancellation), cancellation);
            erased.Add(await CarryOutAsync(record, [line.Id]));
        }
        store.Forget();
        return erased;
    }

    /// <summary>The customer's own rows go last: whatever interrupts this, they are found again and it is done anew.</summary>
    internal async Task<Erased> CarryOutAsync(CustomerRecord record, IReadOnlyList<Guid> lines)
    {
        var (id, key) = (record.Dataset.Id, record.Latest.Row.Key);
        await DeleteFilesAsync(record);
        await ForgetWordsAsync(record);
        var rows = store.Erase(record.Dataset, key);
        await leaveOut.CountAgainAsync(await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == id));
        await audit.AddAsync("customer.erased", $"{pseudonyms.OfCustomer(key)} of data set {id}");
        await ConfirmAsync(lines);
        return new(id, record.Dataset.Name, rows);
    }

    internal Task ConfirmAsync(IReadOnlyList<Guid> lines) => db.WriteAsync(async () =>
    {
        db.Erasures.AddRange(lines.Select(line => new Erasure { Id = line, At = time.GetUtcNow().UtcDateTime }));
        await db.SaveChangesAsync();
    });

    private async Task DeleteFilesAsync(CustomerRecord record)
    {
        var (id, key, who) = (record.Dataset.Id, record.Latest.Row.Key, new Identity(record));
        var imports = await db.Imports.Where(i => i.DatasetId == id).Select(i => new { i.Id, i.StoredName }).ToListAsync();
        var ids = imports.ConvertAll(i => i.Id);
        var drafts = (await db.ImportDrafts.ToListAsync()).Where(d => d.DatasetId == id || d.ImportId is { } import && ids.Contains(import) || Speaks(d, who)).ToList();
        var placed = (await db.Batches.ToListAsync()).Where(b => who.Lines(uploads.PathOf(b.StoredName), b, record.Dataset.KeyName).Count > 0).ToList();
        await db.WriteAsync(async () =>
        {
            await db.RejectedRows.Where(r => ids.Contains(r.ImportId) && r.Raw.Contains(key)).ExecuteDeleteAsync();
            foreach (var address in who.Addresses)
            {
                await db.RejectedRows.Where(r => ids.Contains(r.ImportId) && EF.Functions.Like(r.Raw, $"%{address}%")).ExecuteDeleteAsync();
            }
            db.ImportDrafts.RemoveRange(drafts);
            db.Batches.RemoveRange(placed);
            await db.SaveChangesAsync();
        });
        foreach (var stored in imports.Select(i => i.StoredName).Concat(drafts.Select(d => d.StoredName)).Concat(placed.Select(b => b.StoredName)).Distinct())
        {
            uploads.Delete(stored);
        }
        foreach (var report in Directory.EnumerateFiles(folder.Reports).Where(_ => record.Dataset.IsSample).ToList())
        {
            File.Delete(report);
        }
    }

    private bool Speaks(ImportDraft draft, Identity who) => who.Lines(uploads.PathOf(draft.StoredName), ImportOptions.FromJson(draft.Options), hasKeys: false).Count > 0;

    /// <summary>A run knows the values of its categories, and people write notes.</summary>
    private async Task ForgetWordsAsync(CustomerRecord record)
    {
        var (who, names) = (new Identity(record), record.Columns.SelectMany(c => new[] { c.Name, c.Label }));
        var own = store.OwnTexts(record.Dataset, record.Latest.Row.Key).Append(record.Latest.Row.Key).Except(names).ToHashSet();
        foreach (var run in await db.Runs.Include(r => r.Segments).Where(r => r.DatasetId == record.Dataset.Id).ToListAsync())
        {
            run.Model = ErasedText.InJson(run.Model, own);
            foreach (var segment in run.Segments)
            {
                segment.Profile = ErasedText.InJson(segment.Profile, own)!;
                (segment.Name, segment.Description, segment.Action) = (who.Without(segment.Name), who.Without(segment.Description), who.Without(segment.Action));
            }
        }
        await db.SaveChangesAsync();
    }
}
