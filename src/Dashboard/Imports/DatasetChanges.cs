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

    /// <summary>The latest import can be taken back, and the one below the corrections that somebody made since.</summary>
    public async Task<bool> CanUndoAsync(Import import) => import.Status == WorkStatus.Completed && await SinceAsync(import) is { } since
        && since.TrueForAll(i => i.Status == WorkStatus.Completed && ImportOptions.FromJson(i.Options).IsCorrection) && import.Dataset.Version == (since.LastOrDefault() ?? import).Version;

    /// <summary>The customers of an import that was taken back who stayed as they were corrected since.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync(Import import)
    {
        var since = (await SinceAsync(import)).Where(i => ImportOptions.FromJson(i.Options).IsCorrection).Select(i => i.Version).ToList();
        using var reader = store.Read(import.Dataset, import.Dataset.Version);
        return since.Count == 0 ? [] : reader.ChangedAgain(import.Version, since);
    }

    /// <summary>
    /// Takes an import back: exactly what it did, so who was corrected since stays as they are. Its rows stay, unseen, while a run is
    /// pinned to them; its file goes. Null when the state does not allow it.
    /// </summary>
    public async Task<TakenBack?> UndoAsync(Import import)
    {
        if (!await CanUndoAsync(import))
        {
            return null;
        }
        var dataset = import.Dataset;
        var kept = await KeptAsync(import);
        import.Status = WorkStatus.Undone;
        var isPinned = dataset.Version != import.Version || await db.Runs.AnyAsync(r => r.DatasetId == dataset.Id && r.DatasetVersion >= import.Version);
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
        return new(import, kept.Count);
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

    /// <summary>What was brought into the data set after an import, or is about to be.</summary>
    private Task<List<Import>> SinceAsync(Import import) => db.Imports.AsNoTracking()
        .Where(i => i.DatasetId == import.DatasetId && i.Version > import.Version && i.Status != WorkStatus.Undone && i.Status != WorkStatus.Failed && i.Status != WorkStatus.Cancelled)
        .OrderBy(i => i.Version).ToListAsync();
}
