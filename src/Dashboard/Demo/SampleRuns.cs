using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Demo;

/// <summary>The sample customers and a finished run of K-Means and of DBSCAN on them; what is there already is not made again.</summary>
public sealed class SampleRuns(DashboardDb db, SampleCustomers sample, RunRequest request, WorkQueue queue, TimeProvider time)
{
    private const string User = "demo";
    private static readonly string[] Features = ["Annual income", "Spending score"];
    private static readonly WorkStatus[] Usable = [WorkStatus.Queued, WorkStatus.Running, WorkStatus.Completed];
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>K-Means comes first, and so is the one in use.</summary>
    public async Task<IReadOnlyList<Run>> MakeAsync(CancellationToken cancellation)
    {
        var dataset = await CustomersAsync(cancellation);
        var runs = new List<Run>();
        foreach (var algorithm in new[] { Algorithms.KMeans, Algorithms.Dbscan })
        {
            runs.Add(await RunAsync(dataset, algorithm, cancellation));
        }
        return runs;
    }

    private async Task<Dataset> CustomersAsync(CancellationToken cancellation)
    {
        var import = await db.Imports.Where(i => i.Dataset.IsSample && Usable.Contains(i.Status)).OrderBy(i => i.Id).FirstOrDefaultAsync(cancellation)
            ?? await sample.RequestAsync(User, cancellation);
        await queue.StartAsync(import);
        await EndAsync(import, "The import of the sample customers", cancellation);
        // The job has raised the version and summed up the columns; what is tracked here does not know yet.
        db.ChangeTracker.Clear();
        return await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == import.DatasetId, cancellation);
    }

    private async Task<Run> RunAsync(Dataset dataset, string algorithm, CancellationToken cancellation)
    {
        var made = db.Runs.Where(r => r.DatasetId == dataset.Id && r.Algorithm == algorithm && r.CreatedBy == User);
        var run = await made.Where(r => Usable.Contains(r.Status)).OrderBy(r => r.Id).FirstOrDefaultAsync(cancellation)
            ?? (await request.MakeAsync(dataset, null, new RunSettings(algorithm, [.. Features]), User)).Run!;
        await queue.StartAsync(run);
        await EndAsync(run, $"The {Algorithms.Title(algorithm)} run on the sample customers", cancellation);
        return (await db.Runs.AsNoTracking().WithSegmentsAsync(run.Id))!;
    }

    private async Task EndAsync(Work work, string what, CancellationToken cancellation)
    {
        while (work.IsUnderWay)
        {
            await Task.Delay(Beat, time, cancellation);
            await db.Entry(work).ReloadAsync(cancellation);
        }
        if (work.Status != WorkStatus.Completed)
        {
            throw new WorkFailed($"{what} is {work.Status.ToString().ToLowerInvariant()}. {work.Error}");
        }
    }
}
