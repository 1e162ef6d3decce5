using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>Identity's store, except that the keys of second factors are encrypted and recovery codes hashed: a copy of the database opens no account.</summary>
public sealed class UserSecrets(DashboardDb db, IDataProtectionProvider protection) : UserStore<User, IdentityRole<int>, DashboardDb, int>(db)
{
    // Where the base class looks for recovery codes, which it counts.
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";
    private const int Rounds = 20_000;
    private readonly IDataProtector _protector = protection.CreateProtector("Dashboard.SecondFactor");

    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    /// <summary>Null also when the site's keys are lost: then a recovery code, or an administrator, helps.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } held ? Read(held) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What changes the stamp ends every session that there is; the one that asked is renewed by whoever changed it.</summary>
    public override async Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken)
    {
        await base.SetSecurityStampAsync(user, stamp, cancellationToken);
        await Context.WriteAsync(() => Context.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => HashOf(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "").Split(';').ToList();
        if (!kept.Remove(HashOf(user, code)))
        {
            return false;
        }
        await base.ReplaceCodesAsync(user, kept, cancellationToken);
        return true;
    }

    /// <summary>Also under a key that was revoked: the secret lies on people's telephones, and they would have to set it up anew.</summary>
    private string Read(string held) => Encoding.UTF8.GetString(
        ((IPersistedDataProtector)_protector).DangerousUnprotect(WebEncoders.Base64UrlDecode(held), ignoreRevocationErrors: true, out _, out _));

    private static string HashOf(User user, string code) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes($"recovery code of {user.Id}"), Rounds, HashAlgorithmName.SHA256, 32));
}
