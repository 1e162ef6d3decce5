using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Finds what two runs have in common.</summary>
public sealed class CompareRuns(DashboardDb db, CustomerStore store)
{
    /// <summary>Null unless both are complete and of one data set.</summary>
    public async Task<RunComparison?> OfAsync(Run before, Run after)
    {
        if (before.DatasetId != after.DatasetId || before.Status != WorkStatus.Completed || after.Status != WorkStatus.Completed)
        {
            return null;
        }
        var dataset = await db.Datasets.AsNoTracking().Include(d => d.Columns).SingleAsync(d => d.Id == after.DatasetId);
        using var reader = store.Read(dataset, after.DatasetVersion);
        return new(before, after, reader.Moves(before.Id, after.Id));
    }

    /// <summary>With another run, or failing that the last one before on the same data set.</summary>
    public async Task<RunComparison?> WithAsync(Run after, int? other)
    {
        var id = other ?? await db.Runs.Completed().Where(r => r.DatasetId == after.DatasetId && r.Id < after.Id).MaxAsync(r => (int?)r.Id);
        return id is { } known && await db.Runs.AsNoTracking().WithSegmentsAsync(known) is { } before ? await OfAsync(before, after) : null;
    }
}
