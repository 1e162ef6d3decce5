using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

public static class RunQueries
{
    public static IQueryable<Run> Completed(this IQueryable<Run> runs) => runs.Where(r => r.Status == WorkStatus.Completed);

    /// <summary>The run in use: of one data set, or of all the one that was activated last; failing that, the newest.</summary>
    public static Task<Run?> ActiveAsync(this IQueryable<Run> runs, int? datasetId = null) => runs.Completed()
        .Where(r => r.ArchivedAt == null && (datasetId == null || r.DatasetId == datasetId))
        .OrderByDescending(r => r.ActivatedAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync();

    /// <summary>Those that people may choose to place customers by, the one in use first.</summary>
    public static Task<List<Run>> ToChooseFromAsync(this IQueryable<Run> runs, int most) => runs.AsNoTracking().Include(r => r.Dataset).Completed()
        .Where(r => r.ArchivedAt == null).OrderByDescending(r => r.ActivatedAt).ThenByDescending(r => r.Id).Take(most).ToListAsync();

    public static Task<Run?> WithSegmentsAsync(this IQueryable<Run> runs, int id) =>
        runs.Include(r => r.Segments).Include(r => r.Dataset).SingleOrDefaultAsync(r => r.Id == id);

    public static Task<Segment?> WithRunAsync(this IQueryable<Segment> segments, int id) =>
        segments.Include(s => s.Run.Dataset).Include(s => s.Run.Segments).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id);
}
