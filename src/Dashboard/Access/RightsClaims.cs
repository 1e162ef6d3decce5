using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Access;

/// <summary>Adds to what a role brings the right that is given and taken person by person: to export.</summary>
public sealed class RightsClaims(UserManager<User> users, RoleManager<IdentityRole<int>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User, IdentityRole<int>>(users, roles, options)
{
    public const string Type = "may";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MayExport ?? identity.FindFirst(identity.RoleClaimType) is { Value: var role } && Roles.Exports(role))
        {
            identity.AddClaim(new Claim(Type, Rights.Export));
        }
        return identity;
    }
}
