using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Access;

/// <summary>Adds to what a role brings the right that is given and taken person by person, to export, and what is missing before they may go on.</summary>
public sealed class RightsClaims(UserManager<User> users, RoleManager<IdentityRole<int>> roles, IOptions<IdentityOptions> options, SecondFactorRule rule)
    : UserClaimsPrincipalFactory<User, IdentityRole<int>>(users, roles, options)
{
    public const string Type = "may";
    public const string Lacks = "lacks";
    public const string SecondFactor = "second-factor";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var role = identity.FindFirst(identity.RoleClaimType)?.Value ?? "";
        if (user.MayExport ?? role.Length > 0 && Roles.Exports(role))
        {
            identity.AddClaim(new Claim(Type, Rights.Export));
        }
        if (!user.TwoFactorEnabled && rule.IsAskedOf(role))
        {
            identity.AddClaim(new Claim(Lacks, SecondFactor));
        }
        return identity;
    }
}
