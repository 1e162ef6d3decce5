using Dashboard.Data;
using Dashboard.Models;
using Quartz;

namespace Dashboard.Jobs;

public sealed class ClassifierJob(WorkQueue queue, Worker worker) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => queue.WorkAsync<ClassifierJob>(context, id =>
        worker.WorkAsync<Classifier>(id, (services, progress, cancellation) =>
            services.GetRequiredService<TrainClassifier>().TrainAsync(id, progress, cancellation), cancellationToken));
}
