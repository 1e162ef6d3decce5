using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>A code from an app beside the password: set up, shown to work, switched on; and off again. What it answers is null, or why nothing was changed.</summary>
public sealed class SecondFactor(UserManager<User> users, Sessions sessions, AuditLog audit)
{
    private const int RecoveryCodes = 10;
    private const string WrongCode = "This is not the code of this moment. Take the newest that the app shows; each is good once.";

    /// <summary>Makes the secret that the app will share, which asks nobody for a code yet.</summary>
    public async Task<string?> PrepareAsync(User user, string password)
    {
        if (user.TwoFactorEnabled)
        {
            return "The second factor is on already.";
        }
        if (await sessions.ConfirmAsync(user, password) is { } problem)
        {
            return problem;
        }
        await users.ResetAuthenticatorKeyAsync(user);
        await sessions.RenewAsync(user);
        return null;
    }

    /// <summary>Switches on what was prepared; the recovery codes are told here and never again.</summary>
    public async Task<(IEnumerable<string> Codes, string? Problem)> SwitchOnAsync(User user, string code)
    {
        if (user.TwoFactorEnabled || !await IsCodeAsync(user, code))
        {
            return ([], WrongCode);
        }
        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await audit.AddAsync("second-factor.on", user.Email!);
        await sessions.RenewAsync(user);
        return (codes!, null);
    }

    public async Task<(IEnumerable<string> Codes, string? Problem)> RenewCodesAsync(User user, string password) =>
        !user.TwoFactorEnabled ? ([], "Switch the second factor on first.")
        : await sessions.ConfirmAsync(user, password) is { } problem ? ([], problem)
        : (await NewCodesAsync(user), null);

    public async Task<string?> SwitchOffAsync(User user, string password, string code)
    {
        if (await sessions.ConfirmAsync(user, password) is { } problem)
        {
            return problem;
        }
        if (!await IsCodeAsync(user, code) && !(await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded)
        {
            await users.AccessFailedAsync(user);
            return WrongCode;
        }
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        await audit.AddAsync("second-factor.off", user.Email!);
        await sessions.RenewAsync(user);
        return null;
    }

    private async Task<IEnumerable<string>> NewCodesAsync(User user)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await audit.AddAsync("recovery-codes.made", user.Email!);
        return codes!;
    }

    private Task<bool> IsCodeAsync(User user, string code) =>
        users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal));
}
