using System.Net;
using Dashboard.Access;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Access;

public sealed class SecondFactorTests(ClockedSite site) : IClassFixture<ClockedSite>
{
    private static int _people;
    private string _email = "";
    private string _secret = "";
    private string[] _recovery = [];

    [Fact]
    public async Task Once_on_the_password_alone_opens_nothing()
    {
        await SwitchOnAsync();
        var visitor = site.Visitor();

        var answer = await visitor.SignInAsync(_email);

        Assert.Equal("/sign-in/code", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Client.GetAsync("/account")).StatusCode);
        Assert.Equal("/", (await CodeAsync(visitor, NextCode())).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task The_secret_is_shown_for_the_camera_too_as_squares_that_need_no_style()
    {
        var visitor = await site.SignedInAsync(Roles.Viewer);
        await visitor.SubmitAsync("/account", "form[action*='Prepare']", ("password", Site.Password));

        var code = (await visitor.OpenAsync("/account/second-factor")).QuerySelector("[role=img] svg")!;

        Assert.Empty(code.QuerySelectorAll("[style], script, style, text"));
        Assert.True(code.QuerySelectorAll("rect, path").Length > 1);
    }

    [Fact]
    public async Task The_page_for_the_code_is_for_those_alone_who_gave_the_password()
    {
        Assert.Equal("/sign-in", (await site.Visitor().Client.GetAsync("/sign-in/code")).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/runs?x=1", "/runs?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    public async Task After_the_code_too_one_returns_to_pages_of_this_site_alone(string wished, string to)
    {
        await SwitchOnAsync();

        var answer = await (await HalfWayAsync()).SubmitAsync($"/sign-in/code?returnUrl={Uri.EscapeDataString(wished)}", "form", ("Code", NextCode()));

        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await SwitchOnAsync();
        var code = NextCode();

        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(await HalfWayAsync(), code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(await HalfWayAsync(), code)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_send_the_same_code_at_once_one_gets_in()
    {
        await SwitchOnAsync();
        var code = NextCode();
        var visitors = new[] { await HalfWayAsync(), await HalfWayAsync(), await HalfWayAsync() };
        var tokens = await Task.WhenAll(visitors.Select(v => v.TokenAsync("/sign-in/code")));

        var answers = await Task.WhenAll(visitors.Select((v, i) => v.PostAsync("/sign-in/code", ("__RequestVerificationToken", tokens[i]), ("Code", code))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_half_a_minute_off(int steps, bool isTaken)
    {
        await SwitchOnAsync();
        site.Time.Now += TimeSpan.FromMinutes(3);

        var answer = await CodeAsync(await HalfWayAsync(), CodeAt(steps));

        Assert.Equal(isTaken, answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_ten_were_given()
    {
        await SwitchOnAsync();

        Assert.Equal(10, _recovery.Distinct().Count());
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(await HalfWayAsync(), _recovery[3].ToLowerInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(await HalfWayAsync(), _recovery[3])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(await HalfWayAsync(), _recovery[4])).StatusCode);
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("AAAAA-AAAAA")]
    public async Task Five_wrong_codes_lock_the_account(string wrong)
    {
        await SwitchOnAsync();
        var visitor = await HalfWayAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("The code is wrong", await Visitor.TextAsync(await CodeAsync(visitor, wrong)));
        }

        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, NextCode())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, _recovery[0])).StatusCode);
        Assert.Contains("E-mail or password is wrong", await Visitor.TextAsync(await site.Visitor().SignInAsync(_email)));
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database()
    {
        await SwitchOnAsync();

        await site.UseAsync(async db =>
        {
            var id = (await db.Users.SingleAsync(u => u.Email == _email)).Id;
            var held = string.Join(' ', await db.UserTokens.Where(t => t.UserId == id).Select(t => t.Value).ToListAsync());
            Assert.NotEmpty(held);
            Assert.DoesNotContain(_secret, held);
            Assert.All(_recovery, code => Assert.DoesNotContain(code, held));
        });
    }

    [Fact]
    public async Task A_wrong_code_does_not_switch_it_on()
    {
        var visitor = await PreparedAsync();

        Assert.Contains("This is not the code", await Visitor.TextAsync(await visitor.SubmitAsync("/account/second-factor", "main form", ("code", "123"))));
        await site.SignedInAsAsync(_email);
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_and_a_code_and_not_with_one_alone()
    {
        var visitor = await SwitchOnAsync();

        Assert.Contains("not your password", await Visitor.TextAsync(await OffAsync(visitor, "wrong", NextCode())));
        Assert.Contains("not the code", await Visitor.TextAsync(await OffAsync(visitor, Site.Password, "000000")));
        Assert.Equal("/account", (await OffAsync(visitor, Site.Password, NextCode())).Headers.Location?.OriginalString);
        await site.SignedInAsAsync(_email);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        var visitor = await SwitchOnAsync();
        var old = _recovery;

        await visitor.SubmitAsync("/account", "form[action*='Codes']", ("password", Site.Password));
        await ReadRecoveryAsync(visitor);

        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(await HalfWayAsync(), old[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(await HalfWayAsync(), _recovery[0])).StatusCode);
    }

    [Fact]
    public async Task An_administrator_switches_it_off_for_who_lost_the_telephone()
    {
        await SwitchOnAsync();

        await (await site.SignedInAsync()).ActAsync(await site.IdAsync(_email), "SecondFactor");

        await site.SignedInAsAsync(_email);
    }

    private async Task<Visitor> PreparedAsync()
    {
        _email = await site.MakeUserAsync($"second{Interlocked.Increment(ref _people)}@example.com", Roles.Viewer);
        var visitor = await site.SignedInAsAsync(_email);
        await visitor.SubmitAsync("/account", "form[action*='Prepare']", ("password", Site.Password));
        var page = await visitor.OpenAsync("/account/second-factor");
        _secret = page.QuerySelector("main code")!.TextContent.Replace(" ", "").ToUpperInvariant();
        Assert.Contains($"secret={_secret}", page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href"));
        return visitor;
    }

    private async Task<Visitor> SwitchOnAsync()
    {
        var visitor = await PreparedAsync();
        await visitor.SubmitAsync("/account/second-factor", "main form", ("code", NextCode()));
        await ReadRecoveryAsync(visitor);
        Assert.Equal("/account", (await visitor.Client.GetAsync("/account/second-factor")).Headers.Location?.OriginalString);
        return visitor;
    }

    private async Task ReadRecoveryAsync(Visitor visitor) =>
        _recovery = [.. (await visitor.OpenAsync("/account/second-factor")).QuerySelectorAll("main li code").Select(code => code.TextContent)];

    private string NextCode()
    {
        site.Time.Now += TimeSpan.FromSeconds(30);
        return CodeAt(0);
    }

    private string CodeAt(int steps) => Totp.CodeOf(Totp.KeyOf(_secret), Totp.StepOf(site.Time.Now) + steps);

    private async Task<Visitor> HalfWayAsync()
    {
        var visitor = site.Visitor();
        await visitor.SignInAsync(_email);
        return visitor;
    }

    private static Task<HttpResponseMessage> CodeAsync(Visitor visitor, string code) => visitor.SubmitAsync("/sign-in/code", "form", ("Code", code));

    private static Task<HttpResponseMessage> OffAsync(Visitor visitor, string password, string code) =>
        visitor.SubmitAsync("/account", "form[action*='SwitchOff']", ("password", password), ("code", code));
}
