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
}
