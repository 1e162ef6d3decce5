using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Jobs;

/// <summary>Does one row's work: claims it, keeps its lease and progress up to date, notices a wish to cancel, writes down how it ended.</summary>
public sealed class Worker(IServiceScopeFactory scopes, TimeProvider time, ILogger<Worker> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(150);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task WorkAsync<T>(int id, Func<IServiceProvider, WorkProgress, CancellationToken, Task> work, CancellationToken stopping) where T : Work
    {
        var owner = Guid.NewGuid().ToString("N");
        if (!await ClaimAsync<T>(id, owner, stopping))
        {
            return;
        }
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var progress = new WorkProgress();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = Task.Run(() => work(scope.ServiceProvider, progress, cancel.Token), CancellationToken.None);
            await FollowAsync<T>(id, owner, done, progress, cancel);
            await EndAsync<T>(id, owner, WorkStatus.Completed, null);
            logger.LogInformation("{Work} {Id} is complete: {Times}", typeof(T).Name, id, progress.Times());
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await RequeueAsync<T>(id, owner);
        }
        catch (OperationCanceledException)
        {
            await EndAsync<T>(id, owner, WorkStatus.Cancelled, null);
        }
        catch (Exception reason) when (reason is WorkFailed or Csv.CsvRefused)
        {
            await EndAsync<T>(id, owner, WorkStatus.Failed, reason.Message);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "{Work} {Id} failed", typeof(T).Name, id);
            await EndAsync<T>(id, owner, WorkStatus.Failed, StorageFault.Explain(fault) ?? "This failed for a reason that was not foreseen. The log of the site has the details.");
        }
    }

    /// <summary>Compare and set: of several who try, one gets the row.</summary>
    private Task<bool> ClaimAsync<T>(int id, string owner, CancellationToken cancellation) where T : Work => ChangeAsync<T, bool>(async rows =>
    {
        var free = rows.Where(w => w.Id == id && (w.Status == WorkStatus.Queued || w.Status == WorkStatus.Running && w.LeaseUntil < Now));
        await free.Where(w => w.Attempts >= Work.MaxAttempts).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.Status, WorkStatus.Failed).SetProperty(w => w.FinishedAt, Now)
            .SetProperty(w => w.Error, "The site stopped three times while it worked on this, so it was given up."), cancellation);
        return await free.ExecuteUpdateAsync(set => set
            .SetProperty(w => w.Status, WorkStatus.Running).SetProperty(w => w.Owner, owner).SetProperty(w => w.LeaseUntil, Now + Lease)
            .SetProperty(w => w.Attempts, w => w.Attempts + 1).SetProperty(w => w.StartedAt, Now).SetProperty(w => w.Progress, 0), cancellation) == 1;
    });

    /// <summary>Whatever happens to the watching, the work has ended when this returns or throws.</summary>
    private async Task FollowAsync<T>(int id, string owner, Task done, WorkProgress progress, CancellationTokenSource cancel) where T : Work
    {
        try
        {
            await WatchAsync<T>(id, owner, done, progress, cancel);
        }
        catch
        {
            await cancel.CancelAsync();
            await Task.WhenAny(done);
            throw;
        }
        await done;
    }

    private async Task WatchAsync<T>(int id, string owner, Task done, WorkProgress progress, CancellationTokenSource cancel) where T : Work
    {
        var (shown, renewed) = (-1.0, Now);
        while (await Task.WhenAny(done, Task.Delay(Beat, time)) != done)
        {
            if (await IsCancelledAsync<T>(id))
            {
                await cancel.CancelAsync();
                return;
            }
            if (progress.Value - shown < 0.01 && Now - renewed < Lease / 3)
            {
                continue;
            }
            (shown, renewed) = (progress.Value, Now);
            await ChangeAsync<T, int>(rows => rows.Where(w => w.Id == id && w.Owner == owner).ExecuteUpdateAsync(set => set
                .SetProperty(w => w.Progress, progress.Value).SetProperty(w => w.Stage, progress.Stage).SetProperty(w => w.LeaseUntil, Now + Lease)));
        }
    }

    private async Task<bool> IsCancelledAsync<T>(int id) where T : Work
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DashboardDb>();
        return await db.Set<T>().AnyAsync(w => w.Id == id && w.CancelRequested);
    }

    private Task EndAsync<T>(int id, string owner, WorkStatus status, string? error) where T : Work => ChangeAsync<T, int>(rows =>
        rows.Where(w => w.Id == id && w.Owner == owner).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.Status, status).SetProperty(w => w.Error, error).SetProperty(w => w.FinishedAt, Now)
            .SetProperty(w => w.Progress, w => status == WorkStatus.Completed ? 1 : w.Progress).SetProperty(w => w.Stage, w => status == WorkStatus.Completed ? "" : w.Stage)
            .SetProperty(w => w.Owner, (string?)null).SetProperty(w => w.LeaseUntil, (DateTime?)null)));

    /// <summary>The site stops: somebody else, or this site when it is back, begins again; that is not a failed attempt.</summary>
    private Task RequeueAsync<T>(int id, string owner) where T : Work => ChangeAsync<T, int>(rows =>
        rows.Where(w => w.Id == id && w.Owner == owner).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.Status, WorkStatus.Queued).SetProperty(w => w.Attempts, w => w.Attempts - 1)
            .SetProperty(w => w.Owner, (string?)null).SetProperty(w => w.LeaseUntil, (DateTime?)null)));

    private async Task<TResult> ChangeAsync<T, TResult>(Func<DbSet<T>, Task<TResult>> change) where T : Work
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DashboardDb>();
        return await db.WriteAsync(() => change(db.Set<T>()));
    }
}
