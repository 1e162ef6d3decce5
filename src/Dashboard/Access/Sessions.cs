using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>How an attempt to sign in ended; with a wait when there were too many.</summary>
public sealed record Attempt(bool Succeeded = false, bool NeedsCode = false, TimeSpan? Wait = null);

/// <summary>Where sessions begin and end, and nowhere else.</summary>
public sealed class Sessions(DashboardDb db, SignInManager<User> signIn, UserManager<User> users, IPasswordHasher<User> hasher, SignInLimits limits, OpenSessions open, TimeProvider time, AuditQueue audit)
{
    private static readonly User Nobody = new() { UserName = "nobody" };
    private static string? _hashOfNobody;

    public async Task<Attempt> BeginAsync(string email, string password)
    {
        if (WaitFor(email) is { } wait)
        {
            return new(Wait: wait);
        }
        using var turn = await limits.TurnToHashAsync(signIn.Context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return new(Wait: SignInLimits.Soon);
        }
        var user = await users.FindByEmailAsync(email);
        var result = user is not null && password.Length <= PasswordRules.Longest && await MayTryAsync(user)
            ? await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)
            : CheckNobody();
        return await EndedAsync(user, result);
    }

    /// <summary>The second step: six digits of an app, or a recovery code.</summary>
    public async Task<Attempt> ContinueAsync(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return new();
        }
        if (WaitFor(user.Email!) is { } wait)
        {
            return new(Wait: wait);
        }
        return await EndedAsync(user, await CheckCodeAsync(user, code.Replace(" ", "", StringComparison.Ordinal)));
    }

    public async Task BeginAsync(User user)
    {
        await signIn.SignInAsync(user, isPersistent: false);
        await EndedAsync(user, SignInResult.Success);
    }

    /// <summary>The password again, before something that outlasts the session: null, or why not. Counts like an attempt to sign in.</summary>
    public async Task<string?> ConfirmAsync(User user, string password)
    {
        using var turn = WaitFor(user.Email!) is null ? await limits.TurnToHashAsync(signIn.Context.RequestAborted) : null;
        if (turn is not { IsAcquired: true })
        {
            return "There were too many attempts. Wait a minute, then try again.";
        }
        return password.Length <= PasswordRules.Longest && (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded ? null
            : "This is not your password, or there were too many attempts. After five, wait 15 minutes.";
    }

    /// <summary>Keeps this session when a change has ended all of this person's.</summary>
    public Task RenewAsync(User user) => signIn.RefreshSignInAsync(user);

    /// <summary>Ends this session: a copy of its cookie is worth nothing afterwards.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated == true && await http.SessionAsync() is { } session)
        {
            await open.EndAsync(session, http.User);
        }
        await signIn.SignOutAsync();
    }

    /// <summary>Ends every session of this person.</summary>
    public async Task EndAllAsync(ClaimsPrincipal person)
    {
        await db.WriteAsync(async () =>
        {
            // Read anew: Identity would leave a user as they are whom another request has changed meanwhile.
            db.ChangeTracker.Clear();
            if (await users.GetUserAsync(person) is { } user)
            {
                await users.UpdateSecurityStampAsync(user);
            }
        });
        await signIn.SignOutAsync();
    }

    private TimeSpan? WaitFor(string email) => limits.WaitFor(signIn.Context.Connection.RemoteIpAddress, email);

    private async Task<bool> MayTryAsync(User user) => await signIn.CanSignInAsync(user) && !await users.IsLockedOutAsync(user);

    private async Task<SignInResult> CheckCodeAsync(User user, string code)
    {
        if (code.Length == 6)
        {
            return await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        }
        // Identity counts wrong codes of apps towards the lock-out, but not wrong recovery codes.
        var result = await MayTryAsync(user) ? await signIn.TwoFactorRecoveryCodeSignInAsync(code) : SignInResult.LockedOut;
        if (result == SignInResult.Failed)
        {
            await users.AccessFailedAsync(user);
        }
        return result;
    }

    /// <summary>An unknown address takes as long as a wrong password, so that nobody learns who has an account.</summary>
    private SignInResult CheckNobody()
    {
        _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _hashOfNobody, "");
        return SignInResult.Failed;
    }

    private async Task<Attempt> EndedAsync(User? user, SignInResult result)
    {
        if (result.Succeeded)
        {
            user!.LastSignInAt = time.GetUtcNow().UtcDateTime;
            await users.UpdateAsync(user);
        }
        else if (!result.RequiresTwoFactor)
        {
            // What was typed for an address that is unknown may be a password.
            audit.Add(signIn.Context, "sign-in.failed", user?.Email ?? "unknown address", user?.Email ?? "nobody");
        }
        return new(result.Succeeded, result.RequiresTwoFactor);
    }
}
