using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Access;

/// <summary>Who calls the API: the bearer of a key that is known by its hash alone. Cookies are not looked at.</summary>
public sealed class ApiKeys(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DashboardDb db, UntilWritten<string, ApiKey?> known, KeyUses uses, AuditQueue audit, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string KeyId = "key";
    private const string Prefix = "Bearer ";
    private static readonly string[] UsualNames = ["api_key", "apikey", "access_token"];

    /// <summary>A key has at least 112 random bits, so a fast hash is enough.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (IsKeyInAddress() || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }
        var text = header[Prefix.Length..].Trim();
        var hash = HashOf(text);
        var key = await known.AskAsync(Convert.ToHexString(hash), () => FindAsync(text, hash));
        if (key is null || !key.IsGoodAt(time.GetUtcNow().UtcDateTime))
        {
            return AuthenticateResult.Fail("The key is not known, has expired or was revoked.");
        }
        uses.Note(key.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var advice = IsKeyInAddress() ? "A key does not belong into the address, which is written into logs: revoke this one, make another, and send it as a header" : "Send a valid key";
        await TypedResults.Problem($"{advice}: \"Authorization: Bearer KEY\". Keys are made by an administrator.", statusCode: 401, title: "No valid key").ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        audit.Add(Context, "access.refused", AuditSetup.RouteOf(Context));
        await TypedResults.Problem("This key may not do that: it lacks the scope.", statusCode: 403, title: "Not allowed").ExecuteAsync(Context);
    }

    /// <summary>By its public part, or by its hash where the settings brought it.</summary>
    private async Task<ApiKey?> FindAsync(string text, byte[] hash)
    {
        var id = KeyText.PublicIdOf(text);
        var administrators = from user in db.Users
                             join held in db.UserRoles on user.Id equals held.UserId
                             join role in db.Roles on held.RoleId equals role.Id
                             where role.Name == Roles.Administrator && user.DisabledAt == null
                             select user.Id;
        var key = await db.ApiKeys.AsNoTracking().Where(k => id == null ? k.PublicId == null && k.Hash == hash : k.PublicId == id)
            .Where(k => k.OwnerId == null || administrators.Contains(k.OwnerId.Value)).SingleOrDefaultAsync(Context.RequestAborted);
        return key is not null && CryptographicOperations.FixedTimeEquals(key.Hash, hash) ? key : null;
    }

    private bool IsKeyInAddress() => Request.QueryString.HasValue
        && Request.Query.Any(part => UsualNames.Contains(part.Key, StringComparer.OrdinalIgnoreCase) || part.Value.Any(value => KeyText.PublicIdOf(value ?? "") is not null));

    private static ClaimsPrincipal PrincipalOf(ApiKey key)
    {
        var scopes = key.Scopes.Split(' ').Select(scope => new Claim("scope", scope));
        return new(new ClaimsIdentity([new(ClaimTypes.Name, $"API key {key.Name}"), new(KeyId, key.Id.ToString()), .. scopes], SchemeName));
    }
}
