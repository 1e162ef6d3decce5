using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Explore;

public static class ExploreQueries
{
    /// <summary>The import that made what people see of a data set, with its columns; null while there is nothing to see.</summary>
    public static Task<Import?> VisibleAsync(this IQueryable<Import> imports, int datasetId) => imports.AsNoTracking()
        .Include(i => i.Dataset.Columns)
        .Where(i => i.DatasetId == datasetId && i.Dataset.Version > 0 && i.Version <= i.Dataset.Version && i.Status == WorkStatus.Completed)
        .OrderByDescending(i => i.Version).ThenByDescending(i => i.Id).FirstOrDefaultAsync();
}
