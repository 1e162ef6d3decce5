using System.Runtime.CompilerServices;
using Dashboard.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Shared;

/// <summary>Long work of one person, wherever it is shown.</summary>
public sealed record WorkItem(string Title, string Url, WorkStatus Status, DateTime? EndedAt)
{
    public string Text => Status switch
    {
        WorkStatus.Completed => $"{Title} is done.",
        WorkStatus.Failed => $"{Title} failed.",
        _ => $"{Title} was cancelled.",
    };
}

public static class WorkOfPeople
{
    /// <summary>What somebody asked for and what is under way or has ended since.</summary>
    public static async Task<List<WorkItem>> WorkOfAsync(this DashboardDb db, string user, DateTime since) =>
    [
        .. await Recent(db.Imports, user, since).Select(i => new WorkItem("The import of " + i.FileName, "/datasets/" + i.DatasetId, i.Status, i.FinishedAt)).ToListAsync(),
        .. await Recent(db.ImportDrafts, user, since).Select(d => new WorkItem("The check of " + d.FileName, $"/imports/{d.Id}/check", d.Status, d.FinishedAt)).ToListAsync(),
        .. await Recent(db.Selections, user, since).Select(s => new WorkItem("The advice on the number of segments", $"/selections/{s.Id}", s.Status, s.FinishedAt)).ToListAsync(),
        .. await Recent(db.Classifiers, user, since).Select(c => new WorkItem("The comparison of models", $"/runs/{c.RunId}/classifier", c.Status, c.FinishedAt)).ToListAsync(),
        .. await Recent(db.Batches, user, since).Select(b => new WorkItem("The placing of " + b.FileName, $"/predictions/batch/{b.Id}", b.Status, b.FinishedAt)).ToListAsync(),
        .. await Recent(db.Runs, user, since).Select(r => new WorkItem("The run “" + r.Name + "”", $"/runs/{r.Id}", r.Status, r.FinishedAt)).ToListAsync(),
    ];

    private static IQueryable<T> Recent<T>(IQueryable<T> work, string user, DateTime since) where T : Work => work.AsNoTracking().Where(w => w.CreatedBy == user
        && (w.Status == WorkStatus.Queued || w.Status == WorkStatus.Running || w.FinishedAt > since && w.Status != WorkStatus.Undone));
}

/// <summary>Tells on whatever page somebody opens next that their long work has ended, once; with scripts also while the page is open.</summary>
public sealed class WorkNews(DashboardDb db, UntilWritten<string, List<WorkItem>> known, ITempDataDictionaryFactory temporary, TimeProvider time) : ViewComponent
{
    private const string SeenUntil = "WorkSeenUntil";
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var work = await known.AskAsync(HttpContext.User.Identity?.Name ?? "", () => db.WorkOfAsync(HttpContext.User.Identity?.Name ?? "", now - Remembered));
        var kept = temporary.GetTempData(HttpContext);
        var seen = kept.Peek(SeenUntil) as DateTime? ?? now;
        kept[SeenUntil] = now;
        var ended = work.Where(w => w.EndedAt > seen && !IsHere(w)).ToList();
        return View("/Pages/Shared/_WorkNews.cshtml", (ended, work.Exists(w => w.EndedAt is null && !IsHere(w))));
    }

    /// <summary>The page of the work itself shows how it ended.</summary>
    private bool IsHere(WorkItem work) => HttpContext.Request.Path == work.Url;
}

public static class WorkEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public sealed record Ended(string Text, string Url, bool IsGood);

    public static void MapWorkEvents(this IEndpointRouteBuilder app) => app.MapGet("/news/ended", (HttpContext http, DashboardDb db, TimeProvider time, IHostApplicationLifetime site) =>
        TypedResults.ServerSentEvents(WatchAsync(db, http.User.Identity?.Name ?? "", time, site, http.RequestAborted), "ended")).DisableRequestTimeout().DisableRateLimiting();

    /// <summary>One event for each piece of work as it ends, until none is under way.</summary>
    private static async IAsyncEnumerable<Ended> WatchAsync(DashboardDb db, string user, TimeProvider time, IHostApplicationLifetime site, [EnumeratorCancellation] CancellationToken gone)
    {
        var since = time.GetUtcNow().UtcDateTime;
        for (var isUnderWay = true; isUnderWay && !site.ApplicationStopping.IsCancellationRequested; await Task.Delay(Beat, time, gone))
        {
            var work = await db.WorkOfAsync(user, since);
            foreach (var ended in work.Where(w => w.EndedAt > since).OrderBy(w => w.EndedAt))
            {
                since = ended.EndedAt!.Value;
                yield return new(ended.Text, ended.Url, ended.Status == WorkStatus.Completed);
            }
            isUnderWay = work.Exists(w => w.EndedAt is null);
        }
    }
}
