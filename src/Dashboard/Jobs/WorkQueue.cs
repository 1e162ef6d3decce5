using System.Collections.Concurrent;
using Dashboard.Data;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Hands queued rows to the scheduler, each once until its job has ended.</summary>
public sealed class WorkQueue(ISchedulerFactory schedulers)
{
    public const string Id = "id";
    private readonly ConcurrentDictionary<(Type, int), bool> _handedOver = [];

    public Task StartAsync(Import import) => StartAsync<ImportJob>(import.Id);

    public Task StartAsync(ImportDraft draft) => StartAsync<CheckJob>(draft.Id);

    public Task StartAsync(Run run) => StartAsync<RunJob>(run.Id);

    public Task StartAsync(Selection selection) => StartAsync<SelectionJob>(selection.Id);

    public Task StartAsync(Classifier classifier) => StartAsync<ClassifierJob>(classifier.Id);

    public Task StartAsync(Batch batch) => StartAsync<BatchJob>(batch.Id);

    /// <summary>There may be new customers to compare with those of the models in use.</summary>
    public async Task LookForDriftAsync() => await (await schedulers.GetScheduler()).TriggerJob(new JobKey(nameof(DriftJob)));

    internal async Task StartAsync<TJob>(int id) where TJob : IJob
    {
        if (!_handedOver.TryAdd((typeof(TJob), id), true))
        {
            return;
        }
        var scheduler = await schedulers.GetScheduler();
        await scheduler.TriggerJob(new JobKey(typeof(TJob).Name), new JobDataMap { [Id] = id.ToString() });
    }

    internal async ValueTask WorkAsync<TJob>(IJobExecutionContext context, Func<int, Task> work)
    {
        var id = int.Parse(context.MergedJobDataMap.GetString(Id)!);
        try
        {
            await work(id);
        }
        finally
        {
            _handedOver.TryRemove((typeof(TJob), id), out _);
        }
    }
}
