using Dashboard.Batches;
using Dashboard.Data;
using Quartz;

namespace Dashboard.Jobs;

public sealed class BatchJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<BatchJob>(context, id =>
        worker.WorkAsync<Batch>(id, (services, progress, cancellation) =>
            services.GetRequiredService<PlaceBatch>().PlaceAsync(id, progress, cancellation), cancellationToken));
}
