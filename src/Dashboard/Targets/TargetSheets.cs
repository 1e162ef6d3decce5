using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Targets;

/// <summary>Reads and keeps the sheets on which teams rate the segments of a run.</summary>
public sealed class TargetSheets(DashboardDb db, CustomerStore store, TimeProvider time)
{
    /// <summary>As it was saved, or fresh. The run comes with its segments and its data set's columns.</summary>
    public async Task<SheetView> OfAsync(Run run, Ratings? tried = null)
    {
        var saved = await db.TargetSheets.AsNoTracking().SingleOrDefaultAsync(t => t.RunId == run.Id);
        var segments = run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).ToList();
        var ratings = tried ?? (saved is null ? Ratings.Fresh(segments.Count == 0 ? null : Measured.LikelyWorth(segments[0])) : Ratings.FromJson(saved.Ratings));
        var reachable = Reachable(run);
        return new(segments, ratings, Measured.Of(segments, ratings.Worth, reachable), reachable, RunModel.FromJson(run.Model!).Evidence, saved);
    }

    /// <summary>The column that says what a customer is worth: the one that the team chose, or else the one that looks like it.</summary>
    public async Task<string?> WorthOfAsync(Run run) =>
        await db.TargetSheets.AsNoTracking().SingleOrDefaultAsync(t => t.RunId == run.Id) is { } saved ? Ratings.FromJson(saved.Ratings).Worth
            : run.Segments.Find(s => !s.IsNoise) is { } any ? Measured.LikelyWorth(any) : null;

    public async Task SaveAsync(Run run, Ratings ratings, string user)
    {
        var sheet = await db.TargetSheets.SingleOrDefaultAsync(t => t.RunId == run.Id);
        if (sheet is null)
        {
            db.TargetSheets.Add(sheet = new TargetSheet { RunId = run.Id, Ratings = "", EditedBy = user });
        }
        (sheet.Ratings, sheet.EditedBy, sheet.EditedAt) = (ratings.ToJson(), user, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }

    /// <summary>The share of each segment that can be reached, by consent where that is known; empty without a column that says so.</summary>
    private Dictionary<int, double> Reachable(Run run)
    {
        if (Channels.Of(run.Dataset.Columns).OrderByDescending(c => c.Role == ColumnRole.Consent).FirstOrDefault() is not { } channel)
        {
            return [];
        }
        using var reader = store.Read(run.Dataset, run.DatasetVersion);
        return reader.Assigned(run.Id).Zip(reader.Texts(channel)).Where(c => c.First.Segment is >= 0)
            .GroupBy(c => c.First.Segment!.Value).ToDictionary(g => g.Key, g => g.Average(c => Channels.Reaches(channel, c.Second) ? 1.0 : 0));
    }
}
