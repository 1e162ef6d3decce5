using Dashboard.Data;
using Dashboard.Imports;
using Quartz;

namespace Dashboard.Jobs;

public sealed class CheckJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<CheckJob>(context, id =>
        worker.WorkAsync<ImportDraft>(id, (services, progress, cancellation) =>
            services.GetRequiredService<CheckFile>().CheckAsync(id, progress, cancellation), cancellationToken));
}
