using Dashboard.Data;
using Dashboard.Imports;
using Quartz;

namespace Dashboard.Jobs;

public sealed class ImportJob(WorkQueue queue, Worker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await queue.WorkAsync<ImportJob>(context, id =>
            worker.WorkAsync<Import>(id, (services, progress, cancellation) =>
                services.GetRequiredService<ImportCustomers>().ImportAsync(id, progress, cancellation), cancellationToken));
        if (!cancellationToken.IsCancellationRequested)
        {
            await queue.LookForDriftAsync();
        }
    }
}
