using System.Net;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class OpenSessionsTests(Site site) : IClassFixture<Site>
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task Everyone_sees_their_own_sessions_and_ends_one_without_the_others()
    {
        var (email, here, there) = await TwoAsync("two-places@example.com");
        await site.SignedInAsync();
        var page = await here.OpenAsync("/account");

        var rows = page.QuerySelectorAll("[aria-label=Sessions] tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Single(rows, row => row.Contains("Firefox on Windows") && row.Contains("Sign out"));
        Assert.Single(rows, row => row.Contains("this one"));

        await here.SubmitAsync("/account", "form[action*='handler=End']");

        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Client.GetAsync("/account")).StatusCode);
        Assert.Contains(await site.AuditAsync("session.ended"), e => e.Who == email);
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended()
    {
        var (_, here, there) = await TwoAsync("victim@example.com");
        var session = (await here.OpenAsync("/account")).QuerySelector("input[name=session]")!.GetAttribute("value")!;
        var other = await site.SignedInAsync(Roles.Viewer);

        await other.PostAsync("/account?handler=End", ("__RequestVerificationToken", await other.TokenAsync("/account")), ("session", session));

        Assert.Equal(HttpStatusCode.OK, (await there.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_this_session_and_signing_out_everywhere_all_of_them()
    {
        var (email, here, there) = await TwoAsync("traveller@example.com");
        var third = await site.SignedInAsAsync(email);

        await third.SubmitAsync("/datasets", "form[action='/sign-out']");
        Assert.Equal(HttpStatusCode.OK, (await there.Client.GetAsync("/account")).StatusCode);

        await here.SubmitAsync("/account", "form[action*='handler=Everywhere']");
        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task What_ends_all_sessions_leaves_none_in_the_list_but_the_one_that_asked()
    {
        var (_, here, _) = await TwoAsync("tidy@example.com");

        await here.SubmitAsync("/account", "form[action$='Password']", ("present", Site.Password), ("wished", "four other words entirely"));

        Assert.Single((await here.OpenAsync("/account")).QuerySelectorAll("[aria-label=Sessions] tbody tr"));
    }

    [Theory]
    [InlineData(Firefox, "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15", "Safari on a Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari on an iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.14", "curl")]
    [InlineData("", "Another program")]
    public void A_browser_is_told_in_words(string userAgent, string words) => Assert.Equal(words, OpenSessions.BrowserOf(userAgent));

    private async Task<(string Email, Visitor Here, Visitor There)> TwoAsync(string email)
    {
        await site.MakeUserAsync(email, Roles.Viewer);
        var there = site.Visitor();
        there.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Firefox);
        await there.SignInAsync(email);
        return (email, await site.SignedInAsAsync(email), there);
    }
}
