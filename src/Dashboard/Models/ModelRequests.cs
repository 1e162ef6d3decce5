using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Models;

/// <summary>Writes the rows that ask for work on the model of a run.</summary>
public sealed class ModelRequests(DashboardDb db, TimeProvider time)
{
    /// <summary>One at a time: what is under way for this run is given back.</summary>
    public Task<Classifier> TrainAsync(Run run, string user) => db.WriteAsync(async () =>
    {
        if (await db.Classifiers.NewestAsync(run.Id) is { IsUnderWay: true } waiting)
        {
            return waiting;
        }
        var work = new Classifier { RunId = run.Id, QueuedAt = time.GetUtcNow().UtcDateTime, CreatedBy = user };
        db.Classifiers.Add(work);
        await db.SaveChangesAsync();
        return work;
    });

    /// <summary>Lets the best classifier that was trained place new customers, or the run's own method again. False when none was trained.</summary>
    public async Task<bool> PlaceByClassifierAsync(Run run, bool wanted)
    {
        var trained = await db.Classifiers.Where(c => c.Status == WorkStatus.Completed && c.Best != null).NewestAsync(run.Id);
        if (wanted && trained is null)
        {
            return false;
        }
        await db.WriteAsync(() => db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PlacedByClassifierId, wanted ? trained!.Id : null)));
        return true;
    }
}
