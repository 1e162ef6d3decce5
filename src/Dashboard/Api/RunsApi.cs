using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Predictions;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Segmentation.Clustering;
using Segmentation.Scaling;

namespace Dashboard.Api;

public static class RunsApi
{
    public sealed record NewRun(
        int DatasetId, string? Name, string? Algorithm, Feature[]? Features, DerivedFeature[]? Derived, string? Scaling, AutoNumber? K, int? Starts,
        AutoNumber? Epsilon, int? MinPoints, AutoNumber? MinClusterSize, string? Covariance, int? Seed);

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("Runs");
        runs.MapPost("/", StartAsync).RequireAuthorization(Rights.ApiWrite);
        runs.MapGet("/", ListAsync).RequireAuthorization(Rights.ApiRead);
        runs.MapGet("/{id:int}", ShowAsync).RequireAuthorization(Rights.ApiRead);
        runs.MapPost("/{id:int}/cancellation", CancelAsync).RequireAuthorization(Rights.ApiWrite);
        runs.MapPost("/{id:int}/activation", ActivateAsync).RequireAuthorization(Rights.ApiWrite);
    }

    private static async Task<IResult> StartAsync(NewRun wish, HttpContext http, DashboardDb db, RunRequest request, WorkQueue queue)
    {
        if (await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == wish.DatasetId) is not { } dataset)
        {
            return Problems.NotFound("data set", wish.DatasetId);
        }
        if (dataset.Customers == 0)
        {
            return Problems.Conflict("This data set has no customers: its import is not ready, or was taken back.");
        }
        if (SettingsOf(wish) is not ({ } settings, _))
        {
            return Problems.Invalid(SettingsOf(wish).Errors);
        }
        var (run, errors) = await request.MakeAsync(dataset, wish.Name, settings, http.User.Identity?.Name ?? "");
        if (run is null)
        {
            return Problems.Invalid(errors);
        }
        await queue.StartAsync(run);
        var accepted = RunJson.Accepted(run);
        return TypedResults.Accepted(accepted.Links["self"], accepted);
    }

    private static async Task<IResult> ListAsync(long? after, int? take, int? datasetId, DashboardDb db)
    {
        var count = Paging.Clamp(take);
        var runs = await db.Runs.AsNoTracking().Include(r => r.Segments)
            .Where(r => r.Id > (after ?? 0) && (datasetId == null || r.DatasetId == datasetId)).OrderBy(r => r.Id).Take(count + 1).ToListAsync();
        return TypedResults.Ok(Paging.Of([.. runs.Select(RunJson.Of)], count, r => r.Id));
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db) =>
        await db.Runs.AsNoTracking().WithSegmentsAsync(id) is { } run ? TypedResults.Ok(RunJson.Of(run)) : Problems.NotFound("run", id);

    private static async Task<IResult> CancelAsync(int id, DashboardDb db, RunChanges changes)
    {
        if (await db.Runs.FindAsync(id) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        var wasInTime = await changes.CancelAsync(run);
        await db.Entry(run).ReloadAsync();
        return wasInTime ? TypedResults.Accepted($"/api/v1/runs/{id}", RunJson.Accepted(run)) : Problems.Conflict("This run has ended already.");
    }

    private static async Task<IResult> ActivateAsync(int id, HttpContext http, DashboardDb db, RunChanges changes)
    {
        if (await db.Runs.WithSegmentsAsync(id) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        return await changes.ActivateAsync(run, http.User.Identity?.Name ?? "") ? TypedResults.Ok(RunJson.Of(run))
            : run.ArchivedAt is null ? Problems.NotCompleted(run) : Problems.Conflict("This run is archived. Bring it back on the page of models first.");
    }

    internal static (RunSettings? Settings, Dictionary<string, string[]> Errors) SettingsOf(NewRun wish)
    {
        var errors = new Dictionary<string, string[]>();
        if (!Enum.TryParse<ScalingMethod>(wish.Scaling ?? "standard", ignoreCase: true, out var scaling) || int.TryParse(wish.Scaling, out _))
        {
            errors["scaling"] = [$"The scaling \"{wish.Scaling}\" is not known. Choose one of: standard, minmax, robust, none."];
        }
        if (!Enum.TryParse<CovarianceShape>(wish.Covariance ?? "full", ignoreCase: true, out var covariance) || int.TryParse(wish.Covariance, out _))
        {
            errors["covariance"] = [$"The covariance \"{wish.Covariance}\" is not known. Choose one of: full, diagonal."];
        }
        foreach (var (field, number) in new[] { ("k", wish.K?.Value), ("minClusterSize", wish.MinClusterSize?.Value) })
        {
            if (number is { } given && (given != Math.Truncate(given) || Math.Abs(given) > int.MaxValue))
            {
                errors[field] = [$"{field} is a whole number or \"auto\"."];
            }
        }
        return errors.Count > 0 ? (null, errors)
            : (new(wish.Algorithm ?? Algorithms.KMeans, wish.Features ?? [], scaling, (int?)wish.K?.Value, wish.Starts ?? 20, wish.Epsilon?.Value, wish.MinPoints ?? 5, wish.Seed ?? 42,
                wish.Derived, (int?)wish.MinClusterSize?.Value, wish.Covariance is null ? null : covariance), errors);
    }
}
