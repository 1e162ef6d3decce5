using System.Security.Cryptography;
using Dashboard.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>Links instead of mails: the token is told once to the administrator, the database knows its hash alone.</summary>
public sealed class OneTimeLinks(DashboardDb db, TimeProvider time)
{
    private static readonly TimeSpan Invitation = TimeSpan.FromDays(3);
    private static readonly TimeSpan NewPassword = TimeSpan.FromDays(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the place of earlier links for the same e-mail.</summary>
    public Task<string> MakeAsync(string email, string by, string? role = null, int? userId = null) => db.WriteAsync(async () =>
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await db.OneTimeLinks.Where(l => l.Email == email).ExecuteDeleteAsync();
        db.OneTimeLinks.Add(new() { Hash = ApiKeys.HashOf(token), Email = email, Role = role, UserId = userId, CreatedBy = by, CreatedAt = Now, ExpiresAt = Now + (userId is null ? Invitation : NewPassword) });
        await db.SaveChangesAsync();
        return token;
    });

    /// <summary>Null when it is none of ours, used, revoked, too old, or the user it is for was disabled or has another e-mail by now.</summary>
    public Task<OneTimeLink?> FindAsync(string token)
    {
        var (hash, now) = (ApiKeys.HashOf(token), Now);
        return db.OneTimeLinks.Include(l => l.User).SingleOrDefaultAsync(l => l.Hash == hash && l.ExpiresAt > now
            && (l.UserId == null || l.User!.Email == l.Email && l.User.DisabledAt == null));
    }

    public Task<List<OneTimeLink>> InvitationsAsync() => db.OneTimeLinks.AsNoTracking().Where(l => l.Role != null).OrderBy(l => l.Email).ToListAsync();

    public Task RevokeAsync(int id) => db.WriteAsync(() => db.OneTimeLinks.Where(l => l.Id == id).ExecuteDeleteAsync());
}
