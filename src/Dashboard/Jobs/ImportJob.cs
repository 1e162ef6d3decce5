using Dashboard.Data;
using Dashboard.Imports;
using Quartz;

namespace Dashboard.Jobs;

public sealed class ImportJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<ImportJob>(context, id =>
        worker.WorkAsync<Import>(id, (services, progress, cancellation) =>
            services.GetRequiredService<ImportCustomers>().ImportAsync(id, progress, cancellation), cancellationToken));
}
