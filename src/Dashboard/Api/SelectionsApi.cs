using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Predictions;
using Dashboard.Selections;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Api;

public static class SelectionsApi
{
    public sealed record NewSelection(int DatasetId, Feature[]? Features, DerivedFeature[]? Derived, string? Scaling, NumberRange? Clusters, int? MinPoints, int? Seed);

    public static void MapSelections(this IEndpointRouteBuilder api)
    {
        var selections = api.MapGroup("/selections").WithTags("Selections");
        selections.MapPost("/", AskAsync).RequireAuthorization(Rights.ApiWrite);
        selections.MapGet("/", ListAsync).RequireAuthorization(Rights.ApiRead);
        selections.MapGet("/{id:int}", ShowAsync).RequireAuthorization(Rights.ApiRead);
        selections.MapPost("/{id:int}/cancellation", CancelAsync).RequireAuthorization(Rights.ApiWrite);
    }

    private static async Task<IResult> AskAsync(NewSelection wish, HttpContext http, DashboardDb db, SelectionRequest request, WorkQueue queue)
    {
        if (await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == wish.DatasetId) is not { } dataset)
        {
            return Problems.NotFound("data set", wish.DatasetId);
        }
        if (dataset.Customers == 0)
        {
            return Problems.Conflict("This data set has no customers: its import is not ready, or was taken back.");
        }
        var (settings, errors) = RunsApi.SettingsOf(new(wish.DatasetId, null, null, wish.Features, wish.Derived, wish.Scaling, null, null, null, wish.MinPoints, null, null, wish.Seed));
        var range = wish.Clusters ?? new();
        var (selection, found) = settings is null ? (null, errors) : await request.MakeAsync(dataset, settings, range.From, range.To, http.User.Identity?.Name ?? "");
        if (selection is null)
        {
            return Problems.Invalid(found);
        }
        await queue.StartAsync(selection);
        var accepted = SelectionJson.Accepted(selection);
        return TypedResults.Accepted(accepted.Links["self"], accepted);
    }

    private static async Task<IResult> ListAsync(long? after, int? take, int? datasetId, DashboardDb db)
    {
        var count = Paging.Clamp(take);
        var selections = await db.Selections.AsNoTracking()
            .Where(s => s.Id > (after ?? 0) && (datasetId == null || s.DatasetId == datasetId)).OrderBy(s => s.Id).Take(count + 1).ToListAsync();
        return TypedResults.Ok(Paging.Of([.. selections.Select(SelectionJson.Of)], count, s => s.Id));
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db) =>
        await db.Selections.FindAsync(id) is { } selection ? TypedResults.Ok(SelectionJson.Of(selection)) : Problems.NotFound("selection", id);

    private static async Task<IResult> CancelAsync(int id, DashboardDb db)
    {
        if (await db.Selections.FindAsync(id) is not { } selection)
        {
            return Problems.NotFound("selection", id);
        }
        var wasInTime = await db.CancelAsync(selection);
        await db.Entry(selection).ReloadAsync();
        return wasInTime ? TypedResults.Accepted($"/api/v1/selections/{id}", SelectionJson.Accepted(selection)) : Problems.Conflict("This advice has ended already.");
    }
}
