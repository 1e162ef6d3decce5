using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.OpenApi;

namespace Dashboard.Api;

public static class ApiSetup
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.Configure<ExceptionHandlerOptions>(o => o.StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : 500);
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = Explain);
        builder.Services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Customer segmentation dashboard", Version = "v1", Description = "Import customers, find segments, take reports away. Send \"Authorization: Bearer KEY\"." };
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().RequireAuthorization(Rights.PersonOrKey);
        var api = app.MapGroup("/api/v1").RequireRateLimiting(WriteLimit.Policy);
        api.MapDatasets();
        api.MapCustomers();
        api.MapSelections();
        api.MapRuns();
        api.MapSegments();
        api.MapPredictions();
        api.MapModels();
        api.MapClassifiers();
        api.MapDownloads(Rights.ApiRead, Rights.ApiExport);
        api.MapFallback("{*path}", () => TypedResults.Problem("There is no such route, or it takes another method or content type. The routes stand at /openapi/v1.json.", statusCode: 404, title: "Not found")).RequireAuthorization(Rights.ApiRead);
    }

    /// <summary>What the sender of a request can mend is said; what went wrong inside is not.</summary>
    private static void Explain(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException bad)
        {
            context.ProblemDetails.Detail = bad.InnerException is JsonException json ? $"The JSON cannot be used: {json.Message}{WhereOf(json)}" : bad.Message;
        }
    }

    /// <summary>The serializer's own messages name the place, those of our converters do not.</summary>
    private static string WhereOf(JsonException json) =>
        json.Path is null || json.Message.Contains(json.Path, StringComparison.Ordinal) ? "" : $" Path: {json.Path}.";
}
