using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Access;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_words()
    {
        var wrong = await Visitor.TextAsync(await TryAsync(Site.Email, "not the password"));
        var unknown = await Visitor.TextAsync(await TryAsync("nobody@example.com", "not the password"));

        Assert.Contains("E-mail or password is wrong", wrong);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_has_to_wait()
    {
        var email = await site.MakeUserAsync("locked@example.com", Dashboard.Access.Roles.Viewer);
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(email, "wrong");
        }

        Assert.Contains("E-mail or password is wrong", await Visitor.TextAsync(await TryAsync(email, Site.Password)));
        await site.UseAsync(async db => Assert.InRange((await db.Users.SingleAsync(u => u.Email == email)).LockoutEnd!.Value, DateTimeOffset.UtcNow.AddMinutes(13), DateTimeOffset.UtcNow.AddMinutes(16)));
    }

    [Theory]
    [InlineData("nobody-at-all@example.com")]
    [InlineData("without-access@example.com")]
    [InlineData("for-good@example.com")]
    public async Task Nobody_learns_from_the_time_it_takes_who_has_an_account(string email)
    {
        await site.MakeUserAsync("ordinary@example.com", Dashboard.Access.Roles.Viewer);
        await site.MakeUserAsync("without-access@example.com", Dashboard.Access.Roles.Viewer);
        await site.MakeUserAsync("for-good@example.com", Dashboard.Access.Roles.Viewer);
        await site.UseAsync(async db =>
        {
            await db.Users.Where(u => u.Email == "without-access@example.com").ExecuteUpdateAsync(u => u.SetProperty(x => x.DisabledAt, DateTime.UtcNow));
            await db.Users.Where(u => u.Email == "for-good@example.com").ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, DateTimeOffset.MaxValue));
        });

        Assert.True(await ShortestAsync(email) > await ShortestAsync("ordinary@example.com") / 2, "No password was hashed.");
    }

    [Theory]
    [InlineData("/runs?x=1", "/runs?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    public async Task One_returns_to_pages_of_this_site_alone(string wished, string to)
    {
        var answer = await site.Visitor().SubmitAsync($"/sign-in?returnUrl={Uri.EscapeDataString(wished)}", "form", ("Email", Site.Email), ("Password", Site.Password));

        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_signs_out_is_out_with_every_copy_of_the_cookie()
    {
        var email = await site.MakeUserAsync("leaver@example.com", Dashboard.Access.Roles.Viewer);
        var (here, copy) = (site.Visitor(), site.Visitor());
        var signedIn = await here.SignInAsync(email);
        copy.Client.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("auth=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await copy.Client.GetAsync("/datasets")).StatusCode);

        var answer = await here.SubmitAsync("/datasets", "form[action='/sign-out']");

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await here.Client.GetAsync("/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.Client.GetAsync("/datasets")).StatusCode);
    }

    [Fact]
    public async Task Who_may_only_look_cannot_post_and_is_told_so()
    {
        var viewer = await site.SignedInAsync(Dashboard.Access.Roles.Viewer);

        var answer = await viewer.SubmitAsync("/datasets/new", "main form", ("name", "x"));

        Assert.StartsWith("/not-allowed", answer.Headers.Location?.PathAndQueryOrSelf());
        Assert.Contains("You may look", (await viewer.OpenAsync("/not-allowed")).Body!.TextContent);
    }

    [Theory]
    [InlineData("auth=nonsense")]
    [InlineData("auth=CfDJ8")]
    public async Task A_cookie_that_was_made_up_is_nobodys(string cookie)
    {
        var client = site.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/datasets")).StatusCode);
    }

    [Fact]
    public async Task Cookies_are_not_for_scripts_nor_for_other_sites()
    {
        var visitor = site.Visitor();
        var answer = await visitor.SubmitAsync("/sign-in", "form", ("Email", Site.Email), ("Password", Site.Password));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("auth=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    private async Task<TimeSpan> ShortestAsync(string email)
    {
        var visitor = site.Visitor();
        var token = await visitor.TokenAsync("/sign-in");
        var times = new List<TimeSpan>();
        for (var i = 0; i < 4; i++)
        {
            var clock = Stopwatch.StartNew();
            await visitor.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("Email", email), ("Password", "wrong wrong wrong"));
            times.Add(clock.Elapsed);
        }
        return times.Min();
    }

    private Task<HttpResponseMessage> TryAsync(string email, string password) =>
        site.Visitor().SubmitAsync("/sign-in", "form", ("Email", email), ("Password", password));
}
