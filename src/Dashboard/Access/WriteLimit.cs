using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Dashboard.Access;

/// <summary>How often a key may write; it may read and place customers as fast as the machine can.</summary>
public static class WriteLimit
{
    public const string Policy = "writes-of-a-key";
    public const int WritesAMinute = 600;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddWriteLimit(this IServiceCollection services) => services.AddRateLimiter(o =>
        o.AddPolicy(Policy, http => IsWrite(http) && http.User.FindFirst(ApiKeys.KeyId) is { } key
            ? RateLimitPartition.GetFixedWindowLimiter(key.Value, _ => new() { PermitLimit = WritesAMinute, Window = Window })
            : RateLimitPartition.GetNoLimiter("")));

    internal static Task RefuseAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem($"A key may write {WritesAMinute} times a minute. Wait {Math.Ceiling(wait.TotalSeconds)} seconds.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many writes").ExecuteAsync(http);
    }

    private static bool IsWrite(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ReadsOnly>() is null;
}

/// <summary>On an endpoint that is asked by POST and changes nothing.</summary>
public sealed class ReadsOnly;
