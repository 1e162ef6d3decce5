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
    public async Task<int> MarkAsync(Dataset dataset, int? version = null) =>
        Mark(dataset, await RuleAsync(dataset), version is { } touched ? Whom.Touched(touched) : Whom.Everybody);

    /// <summary>In one data set, or in all: marks, and then counts again what was counted with them or without.</summary>
    public Task ApplyAsync(int? datasetId) => ApplyAsync(datasetId, (_, _) => Whom.Everybody);

    /// <summary>When these have come onto the list: addresses, or keys of the one data set. Whoever is looked for by their own words is found sooner than by everybody's pseudonym.</summary>
    public Task ApplyToAsync(int? datasetId, IEnumerable<string> people)
    {
        var wanted = people.Select(Pseudonyms.Normal).ToHashSet();
        return ApplyAsync(datasetId, (dataset, rule) => Whom.With(store.KeysOf(dataset, datasetId is null ? rule.Columns : [], text => wanted.Contains(Pseudonyms.Normal(text)))));
    }

    /// <summary>When somebody went off the list: only who is left out now can come back.</summary>
    public Task ApplyToThoseLeftOutAsync(int? datasetId) => ApplyAsync(datasetId, (_, _) => Whom.LeftOut);

    private async Task ApplyAsync(int? datasetId, Func<Dataset, LeftOutRule, Whom> whom)
    {
        foreach (var dataset in await db.Datasets.Include(d => d.Columns).Where(d => datasetId == null || d.Id == datasetId).ToListAsync())
        {
            var rule = await RuleAsync(dataset);
            if (store.Exists(dataset) && Mark(dataset, rule, whom(dataset, rule)) > 0)
            {
                await CountAgainAsync(dataset);
            }
        }
    }

    private int Mark(Dataset dataset, LeftOutRule rule, Whom whom) => rule.IsEmpty ? store.MarkNobody(dataset) : store.MarkLeftOut(dataset, whom, rule.Columns, rule.Of);

    public async Task CountAgainAsync(Dataset dataset)
    {
        store.Describe(dataset);
        await db.SaveChangesAsync();
        await recount.OfAsync(dataset);
        (cache as MemoryCache)?.Clear();
    }
}
