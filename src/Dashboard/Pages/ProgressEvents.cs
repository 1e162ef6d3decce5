using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dashboard.Data;
using Dashboard.Pages.Shared;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages;

/// <summary>Work under way as server-sent events: "progress" while it moves, "end" once when it is over.</summary>
public static class ProgressEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);

    public sealed record Moment(double Value, string Text, string Left);

    public static void MapProgress(this WebApplication app)
    {
        var lasting = app.MapGroup("").WithMetadata(new DisableRequestTimeoutAttribute(), new DisableRateLimitingAttribute());
        lasting.MapGet("/runs/{id:int}/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.Runs.Where(r => r.Id == id), time, site, gone)));
        lasting.MapGet("/selections/{id:int}/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.Selections.Where(s => s.Id == id), time, site, gone)));
        lasting.MapGet("/runs/{id:int}/classifier/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.Classifiers.Where(c => c.RunId == id).OrderByDescending(c => c.Id).Take(1), time, site, gone)));
        lasting.MapGet("/predictions/batch/{id:int}/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.Batches.Where(b => b.Id == id), time, site, gone)));
        lasting.MapGet("/imports/{id:int}/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.ImportDrafts.Where(d => d.Id == id), time, site, gone)));
        lasting.MapGet("/datasets/{id:int}/progress", (int id, DashboardDb db, TimeProvider time, IHostApplicationLifetime site, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(db.Imports.Where(i => i.DatasetId == id).OrderByDescending(i => i.Id).Take(1), time, site, gone)));
    }

    private static async IAsyncEnumerable<SseItem<Moment>> Watch<T>(IQueryable<T> row, TimeProvider time, IHostApplicationLifetime site, [EnumeratorCancellation] CancellationToken gone) where T : Work
    {
        while (await row.Select(w => new { w.Status, w.Progress, w.Stage, w.StartedAt }).FirstOrDefaultAsync(gone) is { Status: WorkStatus.Queued or WorkStatus.Running } now)
        {
            yield return new(new(now.Progress, now.Status == WorkStatus.Queued ? "Waiting for its turn" : now.Stage, TimeLeft.Of(now.StartedAt, now.Progress, time.GetUtcNow().UtcDateTime)), "progress");
            await Task.Delay(Beat, time, gone);
            if (site.ApplicationStopping.IsCancellationRequested)
            {
                yield break;
            }
        }
        yield return new(new(1, "", ""), "end");
    }
}
