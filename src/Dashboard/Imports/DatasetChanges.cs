using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>What people do to a data set once it is there. Each says whether the state allowed it.</summary>
public sealed class DatasetChanges(DashboardDb db, CustomerStore store, Uploads uploads)
{
    /// <summary>A waiting import ends at once, a running one as soon as its worker notices.</summary>
    public Task<bool> CancelAsync(Import import) => db.CancelAsync(import);

    /// <summary>Imports the good rows of a file of which many were rejected.</summary>
    public async Task<bool> AcceptRejectsAsync(Import import)
    {
        var options = (ImportOptions.FromJson(import.Options) with { AcceptManyRejects = true }).ToJson();
        return await db.WriteAsync(() => db.Imports.Where(i => i.Id == import.Id && i.Status == WorkStatus.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Options, options).SetProperty(i => i.Status, WorkStatus.Queued).SetProperty(i => i.Error, (string?)null)
            .SetProperty(i => i.Attempts, 0).SetProperty(i => i.CancelRequested, false).SetProperty(i => i.Progress, 0))) == 1;
    }

    /// <summary>Takes an import back. The rows stay, unseen, while a run is pinned to them.</summary>
    public async Task<bool> UndoAsync(Import import)
    {
        if (import.Status != WorkStatus.Completed)
        {
            return false;
        }
        import.Status = WorkStatus.Undone;
        (import.Dataset.Version, import.Dataset.Customers) = (import.Version - 1, 0);
        await db.SaveChangesAsync();
        if (!await db.Runs.AnyAsync(r => r.DatasetId == import.DatasetId))
        {
            store.Discard(import.Dataset, import.Version);
        }
        return true;
    }

    /// <summary>False while an import or a run on it is under way.</summary>
    public async Task<bool> DeleteAsync(Dataset dataset)
    {
        var imports = await db.Imports.Where(i => i.DatasetId == dataset.Id).ToListAsync();
        var runs = await db.Runs.Where(r => r.DatasetId == dataset.Id).ToListAsync();
        if (imports.Any(i => i.IsUnderWay) || runs.Any(r => r.IsUnderWay))
        {
            return false;
        }
        await db.WriteAsync(async () =>
        {
            var ids = runs.Select(r => r.Id).ToList();
            await db.Assignments.Where(a => ids.Contains(a.RunId)).ExecuteDeleteAsync();
            db.Datasets.Remove(dataset);
            await db.SaveChangesAsync();
        });
        store.Drop(dataset);
        imports.ForEach(i => uploads.Delete(i.StoredName));
        return true;
    }
}
