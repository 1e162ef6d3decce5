using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

public sealed record KeyWish(string? Name, string[]? Scopes, int? Days, string? Password);

/// <summary>Making and revoking keys of the API: by administrators, who say their password again.</summary>
public sealed class KeyChanges(DashboardDb db, Sessions sessions, AuditLog audit, AuditQueue queue, IHttpContextAccessor context, TimeProvider time)
{
    /// <summary>Days that a key is good for; null for ever.</summary>
    public static readonly int?[] Terms = [30, 90, 365, null];

    /// <summary>The key, of which only the hash is kept, or what is wrong.</summary>
    public async Task<(string? Key, string? Problem)> MakeAsync(KeyWish wish, User owner)
    {
        var (name, scopes) = (Names.Tidy(wish.Name), Rights.Scopes.Where(s => wish.Scopes?.Contains(s) == true).ToList());
        if (name.Length == 0 || scopes.Count == 0 || !Terms.Contains(wish.Days))
        {
            return (null, name.Length == 0 ? "Give the key a name, so that you know it again." : scopes.Count == 0 ? "Choose at least one thing that the key may do." : "Choose how long the key is good.");
        }
        if (await sessions.ConfirmAsync(owner, wish.Password ?? "") is { } refused)
        {
            queue.Add(context.HttpContext!, "key.refused", $"key {name}, wrong password");
            return (null, refused);
        }
        var (id, key) = KeyText.Make();
        var now = time.GetUtcNow().UtcDateTime;
        db.ApiKeys.Add(new ApiKey
        {
            Name = name,
            PublicId = id,
            Hash = ApiKeys.HashOf(key),
            Scopes = string.Join(' ', scopes),
            CreatedAt = now,
            CreatedBy = owner.UserName ?? "",
            OwnerId = owner.Id,
            ExpiresAt = wish.Days is { } days ? now.AddDays(days) : null,
        });
        await audit.AddAsync("key.made", $"key {name} ({id}): {string.Join(", ", scopes)}");
        return (key, null);
    }

    /// <summary>From the next request on nobody gets in with it. Its name; null when there is no such key, or it was revoked before.</summary>
    public Task<string?> RevokeAsync(int id) => db.WriteAsync(async () =>
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.RevokedAt == null) is not { } key)
        {
            return null;
        }
        key.RevokedAt = time.GetUtcNow().UtcDateTime;
        await audit.AddAsync("key.revoked", $"key {key.Name}{(key.PublicId is null ? "" : $" ({key.PublicId})")}");
        return (string?)key.Name;
    });
}
