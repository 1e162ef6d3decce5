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
public sealed class ApiKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DashboardDb db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Prefix = "Bearer ";

    /// <summary>A key has at least 112 random bits, so a fast hash is enough.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }
        var hash = HashOf(header[Prefix.Length..].Trim());
        var now = time.GetUtcNow().UtcDateTime;
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(
            k => k.Hash == hash && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now), Context.RequestAborted);
        return key is null
            ? AuthenticateResult.Fail("The key is not known, has expired or was revoked.")
            : AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await TypedResults.Problem("Send a valid key: \"Authorization: Bearer KEY\". Keys are made by an administrator.", statusCode: 401, title: "No valid key").ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        await TypedResults.Problem("This key may not do that: it lacks the scope.", statusCode: 403, title: "Not allowed").ExecuteAsync(Context);

    private static ClaimsPrincipal PrincipalOf(ApiKey key)
    {
        var scopes = key.Scopes.Split(' ').Select(scope => new Claim("scope", scope));
        return new(new ClaimsIdentity([new(ClaimTypes.Name, $"API key {key.Name}"), .. scopes], SchemeName));
    }
}
