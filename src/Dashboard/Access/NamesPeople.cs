using Dashboard.Data;
using Dashboard.Privacy;

namespace Dashboard.Access;

/// <summary>On pages and endpoints that show customers one by one: each answer leaves an entry in the audit log.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NamesPeopleAttribute(string what = NamesPeople.Seen) : Attribute
{
    public string What => what;
}

public static class NamesPeople
{
    public const string Seen = "customers.seen";
    public const string Exported = "customers.exported";

    private sealed record Mark(string What, string? About);

    /// <summary>For a page that shows customers now and then.</summary>
    public static void MarkAsNamingPeople(this HttpContext http, string what = Seen, string? about = null) => http.Features.Set(new Mark(what, about));

    /// <summary>Written down before the first byte leaves, and not at all when the answer is an error.</summary>
    public static void UseAuditOfNames(this WebApplication app)
    {
        var (queue, pseudonyms) = (app.Services.GetRequiredService<AuditQueue>(), app.Services.GetRequiredService<Pseudonyms>());
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is >= 200 and < 300 && MarkOf(http) is { } mark)
                {
                    queue.Add(http, mark.What, mark.About ?? AboutOf(http, pseudonyms));
                }
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static Mark? MarkOf(HttpContext http) =>
        http.Features.Get<Mark>() ?? (http.GetEndpoint()?.Metadata.GetMetadata<NamesPeopleAttribute>() is { } named ? new(named.What, null) : null);

    /// <summary>From the address, as "run 5, assignments.csv".</summary>
    private static string AboutOf(HttpContext http, Pseudonyms pseudonyms)
    {
        if ((http.GetRouteValue("key") as string ?? http.Request.Query["key"].ToString()) is { Length: > 0 } key)
        {
            return pseudonyms.OfCustomer(key);
        }
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        parts = parts is ["api", _, ..] ? parts[2..] : parts;
        var kind = parts[0] switch { "datasets" => "data set", "imports" => "check of a file", var other => other.TrimEnd('s') };
        return parts.Length < 2 ? kind : $"{kind} {string.Join(", ", parts[1..])}";
    }
}
