using Dashboard.Data;
using Dashboard.Runs;
using Quartz;

namespace Dashboard.Jobs;

public sealed class RunJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<RunJob>(context, id =>
        worker.WorkAsync<Run>(id, (services, progress, cancellation) =>
            services.GetRequiredService<RunSegmentation>().RunAsync(id, progress, cancellation), cancellationToken));
}
