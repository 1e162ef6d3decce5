using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Predictions;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Batches;

/// <summary>Turns an upload into the row that asks for its customers to be placed; a file whose columns are not clear waits for somebody to match them.</summary>
public sealed class BatchRequests(DashboardDb db, Uploads uploads, AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Batch> MakeAsync(Upload upload, PlacingRun run, string user)
    {
        try
        {
            await ForgetOldAsync();
            var options = Read(uploads.PathOf(upload.StoredName), CsvDetection.Detect(uploads.PathOf(upload.StoredName)), run.Placer);
            var batch = new Batch
            {
                RunId = run.Run.Id,
                FileName = upload.FileName,
                StoredName = upload.StoredName,
                Options = options.ToJson(),
                Status = options.IsComplete ? WorkStatus.Queued : WorkStatus.Draft,
                QueuedAt = time.GetUtcNow().UtcDateTime,
                CreatedBy = user,
            };
            db.Batches.Add(batch);
            await audit.AddAsync("placing.started", $"run {run.Run.Id}, {upload.FileName}", user);
            return batch;
        }
        catch
        {
            uploads.Delete(upload.StoredName);
            throw;
        }
    }

    /// <summary>Reads the columns anew when the format changed, since other columns may come of it.</summary>
    public Task ReadAsAsync(Batch batch, CsvFormat format, CustomerPlacer placer) =>
        ChangedAsync(batch, Read(uploads.PathOf(batch.StoredName), format, placer), WorkStatus.Draft);

    public Task PlaceAsync(Batch batch, BatchOptions options) => ChangedAsync(batch, options, WorkStatus.Queued);

    public async Task DeleteAsync(Batch batch)
    {
        db.Batches.Remove(batch);
        await db.SaveChangesAsync();
        uploads.Delete(batch.StoredName);
    }

    private static BatchOptions Read(string path, CsvFormat format, CustomerPlacer placer) =>
        new(format, FieldMatch.Of(PlacedCsv.ColumnsOf(path, format), placer.Numbers.Concat(placer.Words)));

    private Task ChangedAsync(Batch batch, BatchOptions options, WorkStatus status)
    {
        (batch.Options, batch.Status, batch.Result, batch.Error) = (options.ToJson(), status, null, null);
        (batch.Attempts, batch.CancelRequested, batch.Progress, batch.FinishedAt) = (0, false, 0, null);
        return db.SaveChangesAsync();
    }

    private async Task ForgetOldAsync()
    {
        var before = time.GetUtcNow().UtcDateTime - Kept;
        foreach (var old in await db.Batches.Where(b => b.QueuedAt < before && b.Status != WorkStatus.Queued && b.Status != WorkStatus.Running).ToListAsync())
        {
            await DeleteAsync(old);
        }
    }
}
