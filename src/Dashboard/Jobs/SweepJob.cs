using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Finds rows that nobody works on: queued before a restart, or left by a process that died.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(DashboardDb db, WorkQueue queue, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var id in await IdleAsync<Import>(cancellationToken))
        {
            await queue.StartAsync<ImportJob>(id);
        }
        foreach (var id in await IdleAsync<ImportDraft>(cancellationToken))
        {
            await queue.StartAsync<CheckJob>(id);
        }
        foreach (var id in await IdleAsync<Run>(cancellationToken))
        {
            await queue.StartAsync<RunJob>(id);
        }
        foreach (var id in await IdleAsync<Selection>(cancellationToken))
        {
            await queue.StartAsync<SelectionJob>(id);
        }
        foreach (var id in await IdleAsync<Classifier>(cancellationToken))
        {
            await queue.StartAsync<ClassifierJob>(id);
        }
        foreach (var id in await IdleAsync<Batch>(cancellationToken))
        {
            await queue.StartAsync<BatchJob>(id);
        }
    }

    private Task<List<int>> IdleAsync<T>(CancellationToken cancellation) where T : Work
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Set<T>()
            .Where(w => w.Status == WorkStatus.Queued || w.Status == WorkStatus.Running && w.LeaseUntil < now)
            .OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancellation);
    }
}
