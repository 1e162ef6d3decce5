using Dashboard.Access;
using Dashboard.Privacy;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Every night, and soon after a start for sites that are off at night.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(Retention retention, AuditRetention audit) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await retention.DeleteDueAsync(cancellationToken);
        await audit.CutDueAsync(cancellationToken);
    }
}
