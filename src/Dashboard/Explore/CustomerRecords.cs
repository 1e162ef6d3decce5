using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Explore;

/// <summary>Finds a customer by key. A key belongs to its data set, so there is one record for each that has it.</summary>
public sealed class CustomerRecords(DashboardDb db, CustomerStore store)
{
    /// <summary>By a key as it stands in an address.</summary>
    public async Task<IReadOnlyList<CustomerRecord>> FindAsync(string path, CancellationToken cancellation)
    {
        foreach (var key in CustomerAddress.Keys(path))
        {
            if (await WithKeyAsync(key, cancellation) is { Count: > 0 } records)
            {
                return records;
            }
        }
        return [];
    }

    private async Task<List<CustomerRecord>> WithKeyAsync(string key, CancellationToken cancellation)
    {
        var datasets = await db.Datasets.AsNoTracking().Include(d => d.Columns).Where(d => d.Version > 0 || d.Runs.Any()).OrderBy(d => d.Id)
            .Select(d => new { Dataset = d, Pinned = d.Runs.Max(r => (int?)r.DatasetVersion) ?? 0 }).ToListAsync(cancellation);
        var records = new List<CustomerRecord>();
        foreach (var found in datasets)
        {
            // A version that was taken back is still there while a run is pinned to it; one that is being imported is not there yet.
            using var reader = store.Read(found.Dataset, Math.Max(found.Dataset.Version, found.Pinned));
            if (reader.History(key) is { Count: > 0 } versions)
            {
                records.Add(await RecordAsync(found.Dataset, reader.Stored, versions, cancellation));
            }
        }
        return records;
    }

    private async Task<CustomerRecord> RecordAsync(Dataset dataset, IReadOnlyList<Column> columns, IReadOnlyList<CustomerVersion> versions, CancellationToken cancellation)
    {
        var imports = await db.Imports.AsNoTracking().Where(i => i.DatasetId == dataset.Id && (i.Status == WorkStatus.Completed || i.Status == WorkStatus.Undone)).OrderBy(i => i.Id).ToListAsync(cancellation);
        var runs = await db.Runs.AsNoTracking().Completed().Include(r => r.Segments).Where(r => r.DatasetId == dataset.Id).ToDictionaryAsync(r => r.Id, cancellation);
        var (runIds, rows) = (runs.Keys.ToList(), versions.Select(v => v.Row.Row).ToList());
        var assigned = await db.Assignments.AsNoTracking().Where(a => runIds.Contains(a.RunId) && rows.Contains(a.CustomerRow)).OrderByDescending(a => a.RunId).ToListAsync(cancellation);
        var inUse = (await db.Runs.ActiveAsync(dataset.Id))?.Id;
        return new(
            dataset, columns, versions, imports.GroupBy(i => i.Version).ToDictionary(g => g.Key, g => g.Last()),
            [.. assigned.Select(a => new CustomerSegment(runs[a.RunId].Segments.Single(s => s.Index == a.SegmentIndex), runs[a.RunId], a.Distance, a.RunId == inUse))]);
    }
}
