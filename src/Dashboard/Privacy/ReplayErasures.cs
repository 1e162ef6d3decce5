using Dashboard.Data;
using Dashboard.Explore;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>
/// Carries out at start what the journal of erasures tells and the database has not done: because a backup was put back that is older, or
/// because the site died over it. Before anything else runs.
/// </summary>
public sealed class ReplayErasures(IServiceScopeFactory scopes, ErasureJournal journal, Pseudonyms pseudonyms, CustomerStore store, ILogger<ReplayErasures> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DashboardDb>();
        var done = (await db.Erasures.Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        var open = journal.Read().Where(line => !done.Contains(line.Id)).ToList();
        if ((open.Count > 0 || await db.Suppressions.AnyAsync(cancellationToken)) && !pseudonyms.HasSecret)
        {
            throw new StartRefused("The file pseudonyms.secret is gone from the folder of keys, so nobody can tell any more who was erased or is to be left out. Put it back from where you keep the keys of this site.");
        }
        if (open.Count == 0)
        {
            return;
        }
        var erased = await ReplayAsync(scope.ServiceProvider, db, open, cancellationToken);
        logger.LogWarning("The database had forgotten {Lines} erasures, probably since a backup was put back: {Erased} customers were erased again.", open.Count, erased);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<int> ReplayAsync(IServiceProvider services, DashboardDb db, List<ErasureLine> open, CancellationToken cancellation)
    {
        var (wanted, erased) = (open.Select(line => line.Pseudonym).ToHashSet(), 0);
        var (customers, erase) = (services.GetRequiredService<CustomerRecords>(), services.GetRequiredService<EraseCustomer>());
        foreach (var dataset in await db.Datasets.AsNoTracking().Include(d => d.Columns).ToListAsync(cancellation))
        {
            foreach (var key in store.Exists(dataset) ? store.Keys(dataset).Where(key => wanted.Contains(journal.PseudonymOf(dataset.Id, key))).ToList() : [])
            {
                foreach (var record in (await customers.FindAsync(key, cancellation)).Where(r => r.Dataset.Id == dataset.Id))
                {
                    await erase.CarryOutAsync(record, []);
                    erased++;
                }
            }
        }
        await erase.ConfirmAsync([.. open.Select(line => line.Id)]);
        store.Forget();
        return erased;
    }
}
