using System.Text.Json;
using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Dashboard.Api;

public static class DatasetsApi
{
    public sealed record Options(char? Delimiter, string? Encoding, char? Decimal, OnBadRow? OnBadRow, OnMissing? OnMissing, OnDuplicate? OnDuplicate, bool? AcceptManyRejects, OnMatch? OnMatch, OnNew? OnNew,
        bool? Header, int? PreambleLines)
    {
        internal CsvWish Format => new(Encoding, Delimiter, Decimal, PreambleLines, Header);


        internal string? Problem =>
            Decimal is not (null or '.' or ',') ? "decimal is \".\" or \",\"."
            : Delimiter is not (null or ',' or ';' or '\t' or '|') ? "delimiter is one of: comma, semicolon, tab, |."
            : Encoding is not (null or "utf-8" or "utf-16" or "utf-16BE" or "windows-1250" or "windows-1252" or "iso-8859-1" or "iso-8859-2" or "iso-8859-15")
                ? "encoding is one of: utf-8, utf-16, utf-16BE, windows-1250, windows-1252, iso-8859-1, iso-8859-2, iso-8859-15."
            : PreambleLines is < 0 or > 1000 ? "preambleLines is from 0 to 1,000."
            : null;
    }

    public static void MapDatasets(this IEndpointRouteBuilder api)
    {
        var datasets = api.MapGroup("/datasets").WithTags("Data sets");
        datasets.MapPost("/", ImportAsync).RequireAuthorization(Rights.ApiWrite).WithMetadata(new RequestSizeLimitAttribute(Uploads.MostBytes)).DisableRequestTimeout();
        datasets.MapGet("/", ListAsync).RequireAuthorization(Rights.ApiRead);
        datasets.MapGet("/{id:int}", ShowAsync).RequireAuthorization(Rights.ApiRead);
        datasets.MapPost("/{id:int}/undo", UndoAsync).RequireAuthorization(Rights.ApiWrite);
        datasets.MapPost("/{id:int}/cancellation", CancelAsync).RequireAuthorization(Rights.ApiWrite);
        datasets.MapGet("/{id:int}/customers", CustomersAsync).RequireAuthorization(Rights.ApiRead).WithMetadata(new NamesPeopleAttribute());
    }

    private static async Task<IResult> ImportAsync(HttpRequest http, Uploads uploads, ImportRequest request, WorkQueue queue, DashboardDb db, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        ImportForm? form = null;
        try
        {
            form = await ImportForm.ReadAsync(http, uploads, cancellation);
            var kind = form.Fields.GetValueOrDefault("kind");
            if (form.Upload is null || kind is not (null or "customers" or "transactions"))
            {
                form.Discard(uploads);
                return form.Upload is null ? Problems.Invalid("file", "Send the CSV in the field \"file\".") : Problems.Invalid("kind", $"The kind \"{kind}\" is not known. Choose customers or transactions.");
            }
            if (form.DatasetId is { } id && !await db.Datasets.AnyAsync(d => d.Id == id, cancellation))
            {
                form.Discard(uploads);
                return Problems.NotFound("data set", id);
            }
            var wishes = form.Columns(json.Value.SerializerOptions);
            var options = form.Json<Options>("options", json.Value.SerializerOptions);
            if (options?.Problem is { } problem)
            {
                form.Discard(uploads);
                return Problems.Invalid("options", problem);
            }
            var (import, isNew) = await request.MakeAsync(form.Upload, new(form.Fields.GetValueOrDefault("name"), form.DatasetId, Kind: kind switch { null => null, "customers" => DatasetKind.Customers, _ => DatasetKind.Transactions }), wishes, o => Apply(options, o), http.HttpContext.User.Identity?.Name ?? "", options?.Format);
            await queue.StartAsync(import);
            var accepted = DatasetJson.Accepted(import);
            return isNew ? TypedResults.Accepted(accepted.Links["self"], accepted) : TypedResults.Ok(accepted);
        }
        catch (CsvRefused refused)
        {
            form?.Discard(uploads);
            return Problems.Invalid("file", refused.Message);
        }
        catch (ImportConflict conflict)
        {
            form?.Discard(uploads);
            return Problems.Conflict(conflict.Message);
        }
        catch (UploadTooLarge large)
        {
            form?.Discard(uploads);
            return TypedResults.Problem(large.Message, statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");
        }
        catch (BadHttpRequestException)
        {
            form?.Discard(uploads);
            throw;
        }
    }

    private static async Task<IResult> ListAsync(long? after, int? take, DashboardDb db)
    {
        var count = Paging.Clamp(take);
        var imports = await db.Imports.AsNoTracking().Include(i => i.Dataset.Columns)
            .Where(i => i.DatasetId > (after ?? 0) && i.Id == i.Dataset.Imports.Max(other => other.Id))
            .OrderBy(i => i.DatasetId).Take(count + 1).ToListAsync();
        return TypedResults.Ok(Paging.Of([.. imports.Select(DatasetJson.Of)], count, d => d.Id));
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db) =>
        await LatestAsync(db, id) is { } import ? TypedResults.Ok(DatasetJson.Of(import)) : Problems.NotFound("data set", id);

    private static async Task<IResult> UndoAsync(int id, DashboardDb db, DatasetChanges changes)
    {
        if (await LatestAsync(db, id) is not { } import)
        {
            return Problems.NotFound("data set", id);
        }
        return await changes.UndoAsync(import) is not null ? TypedResults.Ok(DatasetJson.Of(import)) : Problems.Conflict("Only an import that is ready can be taken back.");
    }

    private static async Task<IResult> CancelAsync(int id, DashboardDb db, DatasetChanges changes)
    {
        if (await LatestAsync(db, id) is not { } import)
        {
            return Problems.NotFound("data set", id);
        }
        var wasInTime = await changes.CancelAsync(import);
        await db.Entry(import).ReloadAsync();
        return wasInTime ? TypedResults.Accepted($"/api/v1/datasets/{id}", DatasetJson.Accepted(import)) : Problems.Conflict("This import has ended already.");
    }

    private static async Task<IResult> CustomersAsync(int id, long? after, int? take, string? search, DashboardDb db, CustomerStore store)
    {
        if (await LatestAsync(db, id) is not { } import)
        {
            return Problems.NotFound("data set", id);
        }
        if (import.Dataset.Customers == 0)
        {
            return Problems.Conflict("This data set has no customers to show: its import is not ready.");
        }
        var count = Paging.Clamp(take);
        using var reader = store.Read(import.Dataset, import.Dataset.Version);
        var rows = reader.Page(after ?? 0, count + 1, search).ToList();
        var page = Paging.Of(rows, count, row => row.Row);
        return TypedResults.Ok(new Listing<Dictionary<string, object?>>([.. page.Items.Select(row => Named(row, import.Dataset, reader.Stored))], page.Next));
    }

    /// <summary>Under the names of the file, which are never re-cased.</summary>
    private static Dictionary<string, object?> Named(CustomerRow row, Dataset dataset, IReadOnlyList<Column> stored)
    {
        var named = new Dictionary<string, object?> { [dataset.KeyName] = row.Key };
        for (var i = 0; i < stored.Count; i++)
        {
            named[stored[i].Name] = row.Values[i];
        }
        return named;
    }

    private static Task<Import?> LatestAsync(DashboardDb db, int id) =>
        db.Imports.Include(i => i.Dataset.Columns).Where(i => i.DatasetId == id).OrderByDescending(i => i.Id).FirstOrDefaultAsync();

    private static ImportOptions Apply(Options? wish, ImportOptions detected) => wish is null ? detected : detected with
    {
        OnBadRow = wish.OnBadRow ?? detected.OnBadRow,
        OnMissing = wish.OnMissing ?? detected.OnMissing,
        OnDuplicate = wish.OnDuplicate ?? detected.OnDuplicate,
        AcceptManyRejects = wish.AcceptManyRejects ?? false,
        OnMatch = wish.OnMatch ?? detected.OnMatch,
        OnNew = wish.OnNew ?? detected.OnNew,
    };
}
