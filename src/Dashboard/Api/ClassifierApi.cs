using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Models;

namespace Dashboard.Api;

public static class ClassifierApi
{
    public sealed record ClassifierJson(int RunId, string Status, double Progress, string Stage, string? Error, ClassifierScores? Scores)
    {
        public static ClassifierJson Of(Classifier work) =>
            new(work.RunId, work.Status.ToString().ToLowerInvariant(), work.Progress, work.Stage, work.Error, work.Scores is null ? null : ClassifierScores.FromJson(work.Scores));
    }

    public static void MapClassifiers(this IEndpointRouteBuilder api)
    {
        api.MapPost("/runs/{id:int}/classifier", TrainAsync).WithTags("Models").RequireAuthorization(Rights.ApiWrite);
        api.MapGet("/runs/{id:int}/classifier", ShowAsync).WithTags("Models").RequireAuthorization(Rights.ApiRead);
    }

    private static async Task<IResult> TrainAsync(int id, HttpContext http, DashboardDb db, ModelRequests requests, WorkQueue queue)
    {
        if (await db.Runs.FindAsync(id) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        if (run.Status != WorkStatus.Completed)
        {
            return Problems.NotCompleted(run);
        }
        var work = await requests.TrainAsync(run, http.User.Identity?.Name ?? "");
        await queue.StartAsync(work);
        return TypedResults.Accepted($"/api/v1/runs/{id}/classifier", ClassifierJson.Of(work));
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db) => await db.Classifiers.NewestAsync(id) is { } work ? TypedResults.Ok(ClassifierJson.Of(work))
        : await db.Runs.FindAsync(id) is null ? Problems.NotFound("run", id)
        : Problems.Conflict("No classifier was trained for this run yet. POST to this address to train one.");
}
