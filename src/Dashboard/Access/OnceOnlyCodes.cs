using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>Identity's authenticator with two differences: a code is taken once, and half a minute of difference between clocks is enough.</summary>
public sealed class OnceOnlyCodes(TimeProvider time) : IUserTwoFactorTokenProvider<User>
{
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } secret)
        {
            return false;
        }
        var (key, now) = (Totp.KeyOf(secret), Totp.StepOf(time.GetUtcNow()));
        for (var step = Math.Max(now - 1, (user.LastCodeStep ?? 0) + 1); step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Totp.CodeOf(key, step)), Encoding.UTF8.GetBytes(token)))
            {
                // Of two requests with one code the second finds the user changed, and fails.
                user.LastCodeStep = step;
                return (await manager.UpdateAsync(user)).Succeeded;
            }
        }
        return false;
    }

    /// <summary>Also without a readable key: whoever switched the second factor on is asked for it.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(true);

    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");
}
