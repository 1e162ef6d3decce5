using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Models;

/// <summary>Compares customers with those whom a run was made of, and writes down what moved.</summary>
public sealed class CheckDrift(DashboardDb db, CustomerStore store, RunPlacers placers, IMemoryCache cache, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Every data set whose customers are of a later version than the model in use, once for each version.</summary>
    public async Task AllAsync(CancellationToken cancellation)
    {
        foreach (var dataset in await db.Datasets.AsNoTracking().Include(d => d.Columns).Where(d => d.Customers > 0 && d.Runs.Any(r => r.Status == WorkStatus.Completed)).ToListAsync(cancellation))
        {
            try
            {
                await NewestAsync(dataset, cancellation);
            }
            catch (WorkFailed)
            {
                // A model whose customers are gone places nobody, and says so wherever it is asked; the others are looked at all the same.
            }
        }
    }

    /// <summary>Null where the customers of the run are gone, so that there is nothing to compare with.</summary>
    public async Task<DriftTally?> BeginAsync(PlacingRun model)
    {
        var baseline = await cache.GetOrCreateAsync((typeof(ModelBaseline), model.Run.Id), async entry =>
        {
            var dataset = await db.Datasets.AsNoTracking().Include(d => d.Columns).SingleAsync(d => d.Id == model.Run.DatasetId);
            using var reader = store.Read(dataset, model.Run.DatasetVersion);
            (entry.SlidingExpiration, entry.Size) = (Kept, 1 << 14);
            return ModelBaseline.Of(model, reader);
        });
        return baseline!.Numbers.Any(n => n.Count == 0) ? null : new(model.Placer, baseline);
    }

    public async Task SaveAsync(PlacingRun model, DriftTally tally, string subject, int? version = null)
    {
        var found = DriftFindings.Of(tally);
        db.DriftChecks.Add(new DriftCheck
        {
            RunId = model.Run.Id,
            Subject = subject,
            DatasetVersion = version,
            CheckedAt = time.GetUtcNow().UtcDateTime,
            Findings = found.ToJson(),
            NeedsNewRun = found.NeedsNewRun,
        });
        await db.SaveChangesAsync();
    }

    private async Task NewestAsync(Dataset dataset, CancellationToken cancellation)
    {
        if (await placers.FindAsync(null, dataset.Id) is { } model && dataset.Version > model.Run.DatasetVersion
            && !await db.DriftChecks.AnyAsync(c => c.RunId == model.Run.Id && c.DatasetVersion == dataset.Version, cancellation))
        {
            await VersionAsync(model, dataset, cancellation);
        }
    }

    private async Task VersionAsync(PlacingRun model, Dataset dataset, CancellationToken cancellation)
    {
        if (await BeginAsync(model) is not { } tally)
        {
            return;
        }
        using var reader = store.Read(dataset, dataset.Version);
        foreach (var customer in KnownCustomer.In(reader, model.Placer))
        {
            cancellation.ThrowIfCancellationRequested();
            if (model.Placer.Place(customer.Numbers, customer.Words) is { } placed)
            {
                tally.Add(customer.Numbers, customer.Words, placed);
            }
        }
        await SaveAsync(model, tally, $"{dataset.Name}, version {dataset.Version}", dataset.Version);
    }
}
