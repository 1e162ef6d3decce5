using System.Net;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>A session is what the site itself wrote into the cookie, letter by letter, with keys that it keeps.</summary>
public sealed class CookieTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-cookies-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_cookie_that_was_tampered_with_is_nobodys()
    {
        using var site = Site.With(_folder.FullName);
        var cookie = await CookieAsync(site);
        using var other = new Site();
        var (middle, swapped) = (cookie.Length / 2, cookie[cookie.Length / 2] == 'x' ? 'y' : 'x');

        Assert.Equal(HttpStatusCode.OK, await WithAsync(site, cookie));
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(site, cookie[..middle] + swapped + cookie[(middle + 1)..]));
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(site, cookie[..^20]));
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(site, cookie + new string('x', 8 << 10)));
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(site, await CookieAsync(other)));
    }

    [Fact]
    public async Task Each_sign_in_makes_a_new_one_whatever_the_browser_had_before()
    {
        using var site = Site.With(_folder.FullName);
        var visitor = await site.SignedInAsync(Dashboard.Access.Roles.Viewer);

        var cookies = new[] { await CookieAsync(site), await CookieAsync(site), CookieOf(await visitor.SignInAsync(Site.Email)) };

        Assert.Equal(3, cookies.Distinct().Count());
        Assert.Contains(Site.Email, (await visitor.OpenAsync("/account")).Body!.TextContent);
    }

    [Fact]
    public async Task After_a_restart_people_are_still_signed_in_and_without_the_keys_they_sign_in_again()
    {
        string cookie;
        using (var before = Site.With(_folder.FullName))
        {
            cookie = await CookieAsync(before);
        }
        using (var after = Site.With(_folder.FullName))
        {
            Assert.Equal(HttpStatusCode.OK, await WithAsync(after, cookie));
        }

        Directory.Delete(Path.Combine(_folder.FullName, "storage", "keys"), recursive: true);

        using var bare = Site.With(_folder.FullName);
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(bare, cookie));
        Assert.NotEmpty(await CookieAsync(bare));
    }

    [Fact]
    public async Task Once_the_keys_are_rotated_no_cookie_is_good_and_second_factors_are_what_they_were()
    {
        string cookie;
        string? secret;
        using (var before = Site.With(_folder.FullName))
        {
            secret = await SecretAsync(before, isNew: true);
            cookie = await CookieAsync(before);
        }

        using (var command = new Started(Path.Combine(_folder.FullName, "dashboard.db"), ["rotate-keys"]))
        {
            Assert.Equal(0, (await command.SaidAsync()).Code);
        }

        using var after = Site.With(_folder.FullName);
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(after, cookie));
        Assert.NotEmpty(await CookieAsync(after));
        Assert.Equal(secret, await SecretAsync(after, isNew: false));
    }

    private static async Task<string?> SecretAsync(Site site, bool isNew)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var ada = (await users.FindByEmailAsync(Site.Email))!;
        if (isNew)
        {
            await users.ResetAuthenticatorKeyAsync(ada);
        }
        return await users.GetAuthenticatorKeyAsync(ada);
    }

    private static async Task<string> CookieAsync(Site site) => CookieOf(await site.Visitor().SignInAsync(Site.Email));

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("auth=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<HttpStatusCode> WithAsync(Site site, string cookie)
    {
        var client = site.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync("/account")).StatusCode;
    }
}
