using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Privacy;

/// <summary>Takes those who are to be left out from all that people see, and puts back those who no longer are.</summary>
public sealed class LeaveOut(DashboardDb db, CustomerStore store, Pseudonyms pseudonyms, RecountSegments recount, IMemoryCache cache)
{
    public async Task<LeftOutRule> RuleAsync(Dataset dataset)
    {
        var listed = await db.Suppressions.AsNoTracking().Where(s => s.DatasetId == null || s.DatasetId == dataset.Id).Select(s => new { s.Pseudonym, IsKey = s.DatasetId != null }).ToListAsync();
        return new(dataset, new SuppressedPeople(listed.Where(s => !s.IsKey).Select(s => s.Pseudonym), listed.Where(s => s.IsKey).Select(s => s.Pseudonym), pseudonyms));
    }

    /// <summary>Marks the rows of all customers, or of those whom a version brought or changed; how many it changed.</summary>
    public async Task<int> MarkAsync(Dataset dataset, int? version = null)
    {
        var rule = await RuleAsync(dataset);
        return rule.IsEmpty ? store.MarkNobody(dataset) : store.MarkLeftOut(dataset, version, rule.Columns, rule.Of);
    }

    /// <summary>In one data set, or in all: marks, and then counts again what was counted with them or without.</summary>
    public async Task ApplyAsync(int? datasetId)
    {
        foreach (var dataset in await db.Datasets.Include(d => d.Columns).Where(d => datasetId == null || d.Id == datasetId).ToListAsync())
        {
            if (store.Exists(dataset) && await MarkAsync(dataset) > 0)
            {
                await CountAgainAsync(dataset);
            }
        }
    }

    public async Task CountAgainAsync(Dataset dataset)
    {
        store.Describe(dataset);
        await db.SaveChangesAsync();
        await recount.OfAsync(dataset);
        (cache as MemoryCache)?.Clear();
    }
}
