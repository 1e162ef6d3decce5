using System.Net.Mime;
using System.Text;
using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Runs;

namespace Dashboard.Api;

/// <summary>The model of a run to take away. Those by density hold the values of customers, so they are exports like lists of people.</summary>
public static class ModelFiles
{
    public static void MapModelFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs/{id:int}/model.sql", SqlAsync);
        routes.MapGet("/runs/{id:int}/model.json", JsonAsync);
        routes.MapGet("/runs/{id:int}/classifier.json", ClassifierAsync);
    }

    private static async Task<IResult> ClassifierAsync(int id, DashboardDb db) =>
        await db.Classifiers.Where(c => c.Status == WorkStatus.Completed).NewestAsync(id) is { Best: { } best }
            ? TypedResults.Bytes(Encoding.UTF8.GetBytes(best), MediaTypeNames.Application.Json, $"classifier-{id}.json")
            : Problems.NotFound("trained classifier of run", id);

    private static Task<IResult> JsonAsync(int id, DashboardDb db, RunPlacers placers) => FileAsync(id, db, placers, MediaTypeNames.Application.Json, "json", ModelFile.WhyNot, ModelFile.Write);

    private static Task<IResult> SqlAsync(int id, DashboardDb db, RunPlacers placers) => FileAsync(id, db, placers, "application/sql", "sql", ModelSql.WhyNot, ModelSql.Write);

    private static async Task<IResult> FileAsync(int id, DashboardDb db, RunPlacers placers, string type, string extension, Func<PlacingRun, string?> whyNot, Func<PlacingRun, string> write)
    {
        if (await placers.FindAsync(id) is not { } model)
        {
            return await db.Runs.FindAsync(id) is { } run ? Problems.NotCompleted(run) : Problems.NotFound("run", id);
        }
        return whyNot(model) is { } reason ? Problems.Conflict(reason)
            : TypedResults.Bytes(Encoding.UTF8.GetBytes(write(model)), type, $"model-{id}.{extension}");
    }
}
