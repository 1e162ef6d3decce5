using Dashboard.Data;
using Dashboard.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Runs;

/// <summary>The customers of a run in numbers. A completed run changes only in its names and when somebody leaves it, so they are kept in memory.</summary>
public sealed class RunPoints(DashboardDb db, CustomerStore store, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>A feature's number of each customer; NaN is missing.</summary>
    public Task<(int[] Segments, double[][] Values)> ValuesAsync(Run run, params string[] names) =>
        cache.GetOrCreateAsync((run.Id, run.RowsUsed, string.Join('\n', names)), async entry =>
        {
            entry.SlidingExpiration = Kept;
            var dataset = await DatasetOf(run);
            var source = new FeatureSource(dataset.Columns, RunSettings.FromJson(run.Settings).Derived, names);
            using var reader = store.Read(dataset, run.DatasetVersion);
            var (segments, read) = reader.NumbersOf(run.Id, source.Columns);
            entry.Size = segments.Length * (4 + 8 * names.Length);
            return (segments, source.Values(read));
        });

    /// <summary>Null where the customers are no longer those that the run compared.</summary>
    public Task<PreparedPoints?> PreparedAsync(Run run) => cache.GetOrCreateAsync((run.Id, run.RowsUsed, nameof(PreparedPoints)), async entry =>
    {
        entry.SlidingExpiration = Kept;
        var dataset = await DatasetOf(run);
        using var reader = store.Read(dataset, run.DatasetVersion);
        var prepared = PreparedPoints.Load(run, reader);
        entry.Size = prepared is null ? 1 : prepared.Segments.Length * 4L * (3 + prepared.Data.Columns);
        return prepared;
    });

    private Task<Dataset> DatasetOf(Run run) => db.Datasets.AsNoTracking().Include(d => d.Columns).SingleAsync(d => d.Id == run.DatasetId);
}
