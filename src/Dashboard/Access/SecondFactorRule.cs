using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;

namespace Dashboard.Access;

/// <summary>Of whom the site asks a second factor. Who has none yet is led to its set-up after signing in, and nowhere else.</summary>
public sealed class SecondFactorRule(IConfiguration configuration)
{
    private readonly string _asked = configuration.Choice("Access:SecondFactor", "optional", "administrators", "everyone");

    public bool IsAskedOf(string role) => _asked == "everyone" || _asked == "administrators" && role == Roles.Administrator;

    public static bool IsMissing(ClaimsPrincipal person) => person.HasClaim(RightsClaims.Lacks, RightsClaims.SecondFactor);
}

public static class SecondFactorDoor
{
    private const string SetUp = "/account/second-factor";

    public static void UseSecondFactorRule(this WebApplication app) => app.Use((http, next) =>
    {
        if (!SecondFactorRule.IsMissing(http.User) || IsOpen(http.GetEndpoint()))
        {
            return next(http);
        }
        http.Response.Redirect(SetUp);
        return Task.CompletedTask;
    });

    /// <summary>One's own account, and what is open to strangers. Where nothing stands, nothing is shown.</summary>
    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy == Rights.Own;
}
