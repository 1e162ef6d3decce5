using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Writes down who did what: <c>await audit.AddAsync("run.deleted", $"run {run.Id}, {run.Name}")</c>.</summary>
public sealed class AuditLog(DashboardDb db, IHttpContextAccessor context, TimeProvider time)
{
    /// <summary>
    /// Saves what else waits in the context too: within <see cref="DashboardDb.WriteAsync(Func{Task}, CancellationToken)"/> the cause and its entry
    /// are kept together or not at all. Who is the one who asks, unless work in the background names another.
    /// </summary>
    public Task AddAsync(string what, string about, string? who = null) => db.AppendAsync([Of(context.HttpContext, time, what, about, who)]);

    internal static AuditEntry Of(HttpContext? http, TimeProvider time, string what, string about, string? who = null) => AuditEntry.Of(
        time.GetUtcNow().UtcDateTime, who ?? http?.User.Identity?.Name ?? "the site", what, about, http?.Connection.RemoteIpAddress?.ToString());
}
