using System.Security.Claims;
using System.Threading.RateLimiting;
using Dashboard.Imports;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;

namespace Dashboard.Access;

/// <summary>What the site bears at a time: past it requests wait a little, and then are told to come again rather than make everyone slow.</summary>
public static class LoadLimits
{
    public const int AtOnce = 256;
    public const int UploadsOfOne = 1;
    public const int UploadsOfAll = 2;
    private const int UploadsWaiting = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static void AddLoadLimits(this IServiceCollection services)
    {
        services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = Longest });
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Uploads(http => $"{http.User.Identity?.AuthenticationType} {http.User.FindFirstValue(ApiKeys.KeyId) ?? http.User.Identity?.Name}", UploadsOfOne),
                Uploads(_ => "all", UploadsOfAll),
                PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = AtOnce, QueueLimit = AtOnce })));
            o.OnRejected = (refused, _) => new(refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? WriteLimit.RefuseAsync(refused.HttpContext, left) : RefuseAsync(refused.HttpContext));
        });
    }

    private static PartitionedRateLimiter<HttpContext> Uploads(Func<HttpContext, string> of, int permits) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        IsUpload(http) ? RateLimitPartition.GetConcurrencyLimiter(of(http), _ => new() { PermitLimit = permits, QueueLimit = UploadsWaiting }) : RateLimitPartition.GetNoLimiter(""));

    private static bool IsUpload(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize == Imports.Uploads.MostBytes;

    private static async Task RefuseAsync(HttpContext http)
    {
        const string advice = "Very many requests are under way. Try again in a few seconds.";
        http.Response.Headers.RetryAfter = "5";
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await (http.Request.Path.StartsWithSegments("/api")
            ? TypedResults.Problem(advice, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Busy").ExecuteAsync(http)
            : http.Response.WriteAsync(advice));
    }
}
