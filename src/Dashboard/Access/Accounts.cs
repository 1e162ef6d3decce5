using System.ComponentModel.DataAnnotations;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>All that administrators do to accounts. What it answers is null, or why nothing was changed.</summary>
public sealed class Accounts(DashboardDb db, UserManager<User> users, OneTimeLinks links, AuditLog audit, TimeProvider time)
{
    private const int LongestAddress = 256;
    private const string LastOne = "There has to be an administrator. Give somebody else that role first.";

    /// <summary>A token for the link that lets somebody choose a name and a password.</summary>
    public async Task<(string? Token, string? Problem)> InviteAsync(string email, string role, string by)
    {
        if (!Roles.All.Contains(role))
        {
            return (null, "Choose a role.");
        }
        if (email.Length > LongestAddress || !new EmailAddressAttribute().IsValid(email))
        {
            return (null, "This is not an e-mail address.");
        }
        if (await users.FindByEmailAsync(email) is not null)
        {
            return (null, "Somebody with this e-mail is among the people already.");
        }
        return (await LinkAsync("person.invited", $"{email} as {role}", () => links.MakeAsync(email, by, role)), null);
    }

    public Task TakeBackAsync(int link) => db.WriteAsync(async () =>
    {
        if (await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == link && l.Role != null) is { } found)
        {
            await links.RevokeAsync(link);
            await audit.AddAsync("invitation.taken-back", found.Email);
        }
    });

    public async Task<string?> ResetLinkAsync(int id, string by) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.DisabledAt == null) is { } user
            ? await LinkAsync("reset-link.made", user.Email!, () => links.MakeAsync(user.Email!, by, userId: id)) : null;

    public Task<string?> ChangeRoleAsync(int id, string role) => !Roles.All.Contains(role) ? Task.FromResult<string?>("Choose a role.")
        : ChangeAsync("person.role-changed", id, role == Roles.Administrator, async user =>
        {
            // The right to export stays as it was said only where the new role does not say the same.
            user.MayExport = user.MayExport == Roles.Exports(role) ? null : user.MayExport;
            Expect(await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user)));
            Expect(await users.AddToRoleAsync(user, role));
        });

    public Task<string?> LetExportAsync(int id, bool may) => ChangeAsync(may ? "person.may-export" : "person.may-not-export", id, true, async user =>
        user.MayExport = Roles.Exports((await users.GetRolesAsync(user)).Single()) == may ? null : may);

    public Task<string?> DisableAsync(int id) => ChangeAsync("person.disabled", id, false, user =>
    {
        user.DisabledAt = time.GetUtcNow().UtcDateTime;
        return Task.CompletedTask;
    });

    public Task<string?> EnableAsync(int id) => ChangeAsync("person.enabled", id, true, user =>
    {
        user.DisabledAt = null;
        return Task.CompletedTask;
    });

    public Task<string?> SignOutAsync(int id) => ChangeAsync("sessions.ended", id, true, _ => Task.CompletedTask);

    /// <summary>For somebody who lost both the telephone and the recovery codes.</summary>
    public Task<string?> SwitchOffSecondFactorAsync(int id) => ChangeAsync("second-factor.off", id, true, async user =>
    {
        Expect(await users.SetTwoFactorEnabledAsync(user, false));
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
    });

    public Task<string?> DeleteAsync(int id) => InTurnAsync("person.deleted", id, false, async user => Expect(await users.DeleteAsync(user)));

    /// <summary>What changes a person's rights ends their sessions, at the latest with their next request.</summary>
    private Task<string?> ChangeAsync(string what, int id, bool keepsAdministrator, Func<User, Task> change) => InTurnAsync(what, id, keepsAdministrator, async user =>
    {
        await change(user);
        Expect(await users.UpdateSecurityStampAsync(user));
    });

    /// <summary>One after the other, so that of two administrators who demote each other at the same time one remains.</summary>
    private Task<string?> InTurnAsync(string what, int id, bool keepsAdministrator, Func<User, Task> change) => db.WriteAsync(async () =>
    {
        // What this request has read of users before its turn may be old.
        db.ChangeTracker.Clear();
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id) is not { } user)
        {
            return "This person is not here any more.";
        }
        if (!keepsAdministrator && !await db.HasAdministratorBesideAsync(id))
        {
            return LastOne;
        }
        await change(user);
        await audit.AddAsync(what, user.Email!);
        return null;
    });

    private Task<string> LinkAsync(string what, string about, Func<Task<string>> make) => db.WriteAsync(async () =>
    {
        var token = await make();
        await audit.AddAsync(what, about);
        return token;
    });

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}
