using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>What people do to a data set once it is there. Each says whether the state allowed it.</summary>
public sealed class DatasetChanges(DashboardDb db, CustomerStore store, Uploads uploads, LeaveOut leaveOut, AuditLog audit)
{
    /// <summary>A waiting import ends at once, a running one as soon as its worker notices.</summary>
    public async Task<bool> CancelAsync(Import import)
    {
        var isCancelled = await db.CancelAsync(import);
        if (await db.Imports.AnyAsync(i => i.Id == import.Id && i.Status == WorkStatus.Cancelled))
        {
            uploads.Delete(import.StoredName);
        }
        return isCancelled;
    }

    /// <summary>Imports the good rows of a file of which many were rejected.</summary>
    public async Task<bool> AcceptRejectsAsync(Import import)
    {
        var options = (ImportOptions.FromJson(import.Options) with { AcceptManyRejects = true }).ToJson();
        return await db.WriteAsync(() => db.Imports.Where(i => i.Id == import.Id && i.Status == WorkStatus.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Options, options).SetProperty(i => i.Status, WorkStatus.Queued).SetProperty(i => i.Error, (string?)null)
            .SetProperty(i => i.Attempts, 0).SetProperty(i => i.CancelRequested, false).SetProperty(i => i.Progress, 0))) == 1;
    }

    /// <summary>Takes the latest import back. Its rows stay, unseen, while a run is pinned to them; its file goes. False when the state does not allow it.</summary>
    public async Task<bool> UndoAsync(Import import)
    {
        var dataset = import.Dataset;
        if (import.Status != WorkStatus.Completed || dataset.Version != import.Version || await db.Imports.AnyAsync(i => i.DatasetId == dataset.Id && (i.Status == WorkStatus.Queued || i.Status == WorkStatus.Running)))
        {
            return false;
        }
        import.Status = WorkStatus.Undone;
        var isPinned = await db.Runs.AnyAsync(r => r.DatasetId == dataset.Id && r.DatasetVersion >= import.Version);
        if (isPinned)
        {
            dataset.Version++;
            store.Revert(dataset, import.Version, dataset.Version);
        }
        else
        {
            dataset.Version = import.PreviousVersion;
        }
        store.Describe(dataset);
        await audit.AddAsync("import.undone", $"data set {dataset.Id}, {import.FileName}");
        if (!isPinned)
        {
            dataset.Columns.RemoveAll(c => c.FromVersion == import.Version && import.Version > 1);
            await db.SaveChangesAsync();
            store.RenewView(dataset);
            store.Discard(dataset, import.Version);
        }
        await leaveOut.ApplyAsync(dataset.Id);
        uploads.Delete(import.StoredName);
        return true;
    }

    /// <summary>False while an import, a run or advice on it is under way.</summary>
    public async Task<bool> DeleteAsync(Dataset dataset)
    {
        var imports = await db.Imports.Where(i => i.DatasetId == dataset.Id).ToListAsync();
        var runs = await db.Runs.Where(r => r.DatasetId == dataset.Id).ToListAsync();
        var drafts = await db.ImportDrafts.Where(d => d.DatasetId == dataset.Id).ToListAsync();
        var placed = await db.Batches.Where(b => b.Run.DatasetId == dataset.Id).Select(b => b.StoredName).ToListAsync();
        var isAdvised = await db.Selections.AnyAsync(s => s.DatasetId == dataset.Id && (s.Status == WorkStatus.Queued || s.Status == WorkStatus.Running));
        if (imports.Any(i => i.IsUnderWay) || runs.Any(r => r.IsUnderWay) || isAdvised)
        {
            return false;
        }
        await db.WriteAsync(async () =>
        {
            var ids = runs.Select(r => r.Id).ToList();
            await db.Assignments.Where(a => ids.Contains(a.RunId)).ExecuteDeleteAsync();
            db.Datasets.Remove(dataset);
            await audit.AddAsync("dataset.deleted", $"data set {dataset.Id}, {dataset.Name}");
        });
        store.Drop(dataset);
        imports.ForEach(i => uploads.Delete(i.StoredName));
        drafts.ForEach(d => uploads.Delete(d.StoredName));
        placed.ForEach(uploads.Delete);
        return true;
    }
}
