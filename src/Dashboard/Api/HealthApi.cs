using System.Text.Json.Serialization;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Api;

public static class HealthApi
{
    public sealed record Health(
        string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sqlite = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? SqliteIsOlder = null);

    /// <summary>Open to all, so they say whether the site is well, which SQLite it stands on, and nothing else.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => new Health("ok")).AllowAnonymous().DisableRateLimiting();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().DisableRateLimiting();
    }

    private static async Task<IResult> ReadyAsync(DashboardDb db, CancellationToken cancellation)
    {
        var isReady = await db.Database.CanConnectAsync(cancellation);
        var health = new Health(isReady ? "ok" : "degraded", DatabaseFile.LibraryVersion, DatabaseFile.LibraryIsOlder);
        return isReady ? TypedResults.Ok(health) : TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
