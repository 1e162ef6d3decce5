using System.Security.Claims;
using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>The sessions that are open. Whatever changes a security stamp ends all of a person's; <see cref="UserSecrets"/> sees to it.</summary>
public sealed class OpenSessions(DashboardDb db, UntilWritten<Guid, int?> known, SessionUses uses, TimeProvider time)
{
    private const int LongestBrowser = 60;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>One that is renewed after a change of password keeps its place.</summary>
    public Task AddAsync(Guid id, ClaimsPrincipal person, DateTimeOffset begun, HttpContext http) => db.WriteAsync(async () =>
    {
        var (userId, over) = (UserOf(person), Now - SessionLength.Longest);
        await db.Sessions.Where(s => s.UserId == userId && s.BegunAt < over || s.Id == id).ExecuteDeleteAsync();
        db.Sessions.Add(new() { Id = id, UserId = userId, BegunAt = begun.UtcDateTime, LastSeenAt = Now, Address = http.Connection.RemoteIpAddress?.ToString(), Browser = BrowserOf(http.Request.Headers.UserAgent.ToString()) });
        await db.SaveChangesAsync();
    });

    public async Task<bool> IsOpenAsync(Guid id, ClaimsPrincipal person)
    {
        var holder = await known.AskAsync(id, () => db.Sessions.Where(s => s.Id == id).Select(s => (int?)s.UserId).SingleOrDefaultAsync());
        if (holder is null || holder != UserOf(person))
        {
            return false;
        }
        uses.Note(id);
        return true;
    }

    /// <summary>Those of one person, the newest first; what has ended by itself is none.</summary>
    public async Task<List<Session>> OfAsync(ClaimsPrincipal person)
    {
        await uses.FlushAsync();
        var (userId, begun, seen) = (UserOf(person), Now - SessionLength.Longest, Now - SessionLength.Idle);
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == userId && s.BegunAt > begun && s.LastSeenAt > seen).OrderByDescending(s => s.LastSeenAt).ToListAsync();
    }

    /// <summary>False when it is none of this person's.</summary>
    public async Task<bool> EndAsync(Guid id, ClaimsPrincipal person)
    {
        var userId = UserOf(person);
        return await db.WriteAsync(() => db.Sessions.Where(s => s.Id == id && s.UserId == userId).ExecuteDeleteAsync()) > 0;
    }

    private static int UserOf(ClaimsPrincipal person) => int.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>By the words that browsers put there, the more particular first.</summary>
    public static string BrowserOf(string userAgent)
    {
        string? First(params (string Mark, string Name)[] known) => known.FirstOrDefault(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name;
        var browser = First(("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        var system = First(("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "a Mac"), ("Linux", "Linux"));
        var other = CellText.Clean(userAgent).Split('/', ' ')[0];
        return browser is null ? other.Length is 0 or > LongestBrowser ? "Another program" : other : system is null ? browser : $"{browser} on {system}";
    }
}

public sealed class SessionUses(IServiceScopeFactory scopes, TimeProvider time, ILogger<SessionUses> logger) : LastUses<Guid>(scopes, time, logger)
{
    protected override Task WriteAsync(DashboardDb db, Guid used, DateTime at, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.Id == used).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at), cancellation);
}
