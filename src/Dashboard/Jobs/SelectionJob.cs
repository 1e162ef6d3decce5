using Dashboard.Data;
using Dashboard.Selections;
using Quartz;

namespace Dashboard.Jobs;

public sealed class SelectionJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<SelectionJob>(context, id =>
        worker.WorkAsync<Selection>(id, (services, progress, cancellation) =>
            services.GetRequiredService<AdviseNumber>().AdviseAsync(id, progress, cancellation), cancellationToken));
}
