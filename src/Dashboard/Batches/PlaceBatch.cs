using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Models;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Batches;

/// <summary>Places the customers of a file and writes down how many came where.</summary>
public sealed class PlaceBatch(DashboardDb db, RunPlacers placers, CheckDrift drift, Uploads uploads)
{
    public async Task PlaceAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var batch = await db.Batches.SingleAsync(b => b.Id == id, cancellation);
        progress.Begin("Preparing the model", 0, 0.02);
        var run = await placers.FindAsync(batch.RunId) ?? throw new WorkFailed("The segmentation is no longer there. Choose another one and upload the file again.");
        var tally = new BatchTally(run.Run.Segments.Count(s => !s.IsNoise));
        var moved = await drift.BeginAsync(run);
        progress.Begin("Placing customers", 0.02, 1);
        var file = new PlaceFile(uploads.PathOf(batch.StoredName), BatchOptions.FromJson(batch.Options), run.Placer) { OnRead = progress.Report };
        await file.RunAsync(block => { tally.Add(block); block.Sum(moved); return ValueTask.CompletedTask; }, cancellation);
        var result = tally.Result;
        if (result.Read == 0)
        {
            throw new WorkFailed("The file has a header but no rows below it.");
        }
        batch.Result = result.ToJson();
        await db.SaveChangesAsync(cancellation);
        if (moved is { Customers: > 0 })
        {
            await drift.SaveAsync(run, moved, batch.FileName);
        }
    }
}
