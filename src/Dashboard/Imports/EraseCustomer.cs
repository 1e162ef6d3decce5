using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Explore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Imports;

public sealed record Erased(int DatasetId, string Name, int Rows);

/// <summary>
/// Takes out all that is held on one person: the rows of every version, memberships, rejected lines, checks, and the uploads in which they came,
/// since a file cannot lose a line and stay the file that it was. Counts and means of finished runs stay: they name nobody.
/// </summary>
public sealed class EraseCustomer(DashboardDb db, CustomerStore store, Uploads uploads, IMemoryCache cache, AuditLog audit, Pseudonyms pseudonyms)
{
    public async Task<IReadOnlyList<Erased>> EraseAsync(IReadOnlyList<CustomerRecord> records, CancellationToken cancellation)
    {
        var erased = new List<Erased>();
        foreach (var record in records)
        {
            erased.Add(await FromAsync(record, cancellation));
        }
        store.Forget();
        (cache as MemoryCache)?.Clear();
        return erased;
    }

    private async Task<Erased> FromAsync(CustomerRecord record, CancellationToken cancellation)
    {
        var id = record.Dataset.Id;
        if (await db.Imports.AnyAsync(i => i.DatasetId == id && (i.Status == WorkStatus.Queued || i.Status == WorkStatus.Running), cancellation))
        {
            throw new ImportConflict($"An import into \"{record.Dataset.Name}\" is under way and may bring this customer back. Wait for its end, or cancel it.");
        }
        var key = record.Latest.Row.Key;
        var rows = store.Erase(record.Dataset, key);
        var imports = await db.Imports.Where(i => i.DatasetId == id).Select(i => new { i.Id, i.StoredName }).ToListAsync(cancellation);
        var ids = imports.ConvertAll(i => i.Id);
        var drafts = await db.ImportDrafts.Where(d => d.DatasetId == id || d.ImportId != null && ids.Contains(d.ImportId.Value)).ToListAsync(cancellation);
        await db.WriteAsync(async () =>
        {
            await db.Datasets.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Customers, d => d.Customers - (record.IsCurrent ? 1 : 0)), cancellation);
            await db.RejectedRows.Where(r => ids.Contains(r.ImportId) && r.Raw.Contains(key)).ExecuteDeleteAsync(cancellation);
            db.ImportDrafts.RemoveRange(drafts);
            await audit.AddAsync("customer.erased", $"{pseudonyms.OfCustomer(key)} of data set {id}");
        }, cancellation);
        foreach (var stored in imports.Select(i => i.StoredName).Concat(drafts.Select(d => d.StoredName)).Distinct())
        {
            uploads.Delete(stored);
        }
        return new(id, record.Dataset.Name, rows);
    }
}
