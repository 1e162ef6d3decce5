using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>What people do to their own account. What it answers is null, or why nothing was changed.</summary>
public sealed class OwnAccount(DashboardDb db, UserManager<User> users, Sessions sessions, OneTimeLinks links, SignInLimits limits, AuditLog audit)
{
    public const string LinkIsGone = "This link is not good any more: it was used or taken back, or it is too old.";

    /// <summary>Takes up an invitation, or sets a new password; either way the link is used up.</summary>
    public async Task<string?> AcceptAsync(string token, string name, string password)
    {
        using var turn = await limits.TurnToHashAsync(CancellationToken.None);
        return !turn.IsAcquired ? "Many people sign in just now. Try again in a few seconds." : await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            if (await links.FindAsync(token) is not { } link)
            {
                return LinkIsGone;
            }
            var problem = link.User is null ? await JoinAsync(link, name, password) : await ResetAsync(link.User, password);
            if (problem is null)
            {
                await links.RevokeAsync(link.Id);
                await audit.AddAsync(link.User is null ? "person.joined" : "password.reset", link.Email, link.Email);
            }
            return problem;
        });
    }

    public async Task<string?> RenameAsync(User user, string name)
    {
        if (Names.Tidy(name) is not { Length: > 0 } tidy)
        {
            return "Give a name.";
        }
        user.DisplayName = tidy;
        return Problem(await users.UpdateAsync(user));
    }

    public async Task<string?> ChangePasswordAsync(User user, string present, string wished)
    {
        if (await sessions.ConfirmAsync(user, present) is { } problem)
        {
            return problem;
        }
        if (Problem(await users.ChangePasswordAsync(user, present, wished)) is { } refused)
        {
            return refused;
        }
        await audit.AddAsync("password.changed", user.Email!);
        await sessions.RenewAsync(user);
        return null;
    }

    private async Task<string?> JoinAsync(OneTimeLink link, string name, string password)
    {
        var user = new User { UserName = link.Email, Email = link.Email, DisplayName = Names.Tidy(name) is { Length: > 0 } tidy ? tidy : link.Email.Split('@')[0] };
        return Problem(await users.CreateAsync(user, password)) ?? Problem(await users.AddToRoleAsync(user, link.Role!));
    }

    private async Task<string?> ResetAsync(User user, string password)
    {
        if (Problem(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password)) is { } problem)
        {
            return problem;
        }
        await users.SetLockoutEndDateAsync(user, null);
        return Problem(await users.ResetAccessFailedCountAsync(user));
    }

    private static string? Problem(IdentityResult result) => result.Succeeded ? null : string.Join(" ", result.Errors.Select(e => e.Description));
}
