using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>At start: the roles, the key and the administrator that the settings ask for, or else the token for the set-up page.</summary>
public sealed class FirstAccess(DashboardDb db, UserManager<User> users, RoleManager<IdentityRole<int>> roles, SetUpToken token, IConfiguration configuration, TimeProvider time, AuditLog audit)
{
    private const int ShortestKey = 32;

    public async Task PrepareAsync()
    {
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<int>(role));
            }
        }
        await AddBootstrapKeyAsync();
        await AddBootstrapAdministratorAsync();
        if (token.IsNeeded() && !await db.Users.AnyAsync())
        {
            Console.WriteLine($"No one can sign in yet. Open /set-up in the browser and enter this one-time token: {token.Value}");
        }
    }

    /// <summary>The first user becomes administrator; null, or why not.</summary>
    public async Task<string?> AddAdministratorAsync(string email, string password)
    {
        return await db.WriteAsync(async () =>
        {
            if (await db.Users.AnyAsync())
            {
                return "The site is set up already.";
            }
            var user = new User { UserName = email, Email = email, DisplayName = email.Split('@')[0] };
            var result = await users.CreateAsync(user, password);
            if (!result.Succeeded)
            {
                return string.Join(" ", result.Errors.Select(e => e.Description));
            }
            await users.AddToRoleAsync(user, Roles.Administrator);
            await audit.AddAsync("administrator.made", email, email);
            return null;
        });
    }

    private async Task AddBootstrapKeyAsync()
    {
        var key = configuration["Access:BootstrapApiKey"];
        if (string.IsNullOrEmpty(key))
        {
            return;
        }
        if (key.Length < ShortestKey)
        {
            throw new StartRefused($"Access:BootstrapApiKey must have at least {ShortestKey} characters.");
        }
        var hash = ApiKeys.HashOf(key);
        if (!await db.ApiKeys.AnyAsync(k => k.Hash == hash))
        {
            db.ApiKeys.Add(new ApiKey { Name = "bootstrap", PublicId = KeyText.PublicIdOf(key), Hash = hash, Scopes = string.Join(' ', Rights.Scopes), CreatedAt = time.GetUtcNow().UtcDateTime });
            await audit.AddAsync("key.made", "key bootstrap, by the settings");
        }
    }

    private async Task AddBootstrapAdministratorAsync()
    {
        var (email, password) = (configuration["Access:BootstrapAdmin:Email"], configuration["Access:BootstrapAdmin:Password"]);
        if (string.IsNullOrEmpty(email) || await db.Users.AnyAsync())
        {
            return;
        }
        if (await AddAdministratorAsync(email, password ?? "") is { } problem)
        {
            throw new StartRefused($"Access:BootstrapAdmin: {problem}");
        }
    }
}
