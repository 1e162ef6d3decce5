using Dashboard.Models;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Looks whether customers have moved away from the models in use: every night, and after each import.</summary>
[DisallowConcurrentExecution]
public sealed class DriftJob(IServiceScopeFactory scopes) : IJob
{
    public const string EveryNight = "0 0 3 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckDrift>().AllAsync(cancellationToken);
    }
}
