using System.Net;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class SecondFactorRuleTests
{
    private const string SetUp = "/account/second-factor";

    [Theory]
    [InlineData("optional", Roles.Administrator, false)]
    [InlineData("administrators", Roles.Administrator, true)]
    [InlineData("administrators", Roles.Marketer, false)]
    [InlineData("everyone", Roles.Viewer, true)]
    public async Task Those_of_whom_it_is_asked_are_led_to_the_set_up_from_every_page(string rule, string role, bool isAsked)
    {
        using var site = Site.With(null, ("Access:SecondFactor", rule));
        var visitor = await site.SignedInAsync(role);

        foreach (var path in new[] { "/", "/datasets", "/segments", "/news/ended", "/openapi/v1.json" })
        {
            using var answer = await visitor.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(isAsked, answer.Headers.Location?.OriginalString == SetUp);
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Api().GetAsync("/api/v1/datasets")).StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_posted_before_it_is_on_and_everything_is_open_after()
    {
        using var site = Site.With(null, ("Access:SecondFactor", "everyone"));
        var ada = await site.SignedInAsync();
        Assert.Equal(SetUp, (await ada.PostAsync("/?handler=Sample", ("__RequestVerificationToken", await ada.TokenAsync("/account")))).Headers.Location?.OriginalString);

        Assert.Contains("not your password", await Visitor.TextAsync(await ada.SubmitAsync(SetUp, "form[action*=Prepare]", ("password", "wrong"))));
        await ada.SubmitAsync(SetUp, "form[action*=Prepare]", ("password", Site.Password));
        var secret = (await ada.OpenAsync(SetUp)).QuerySelector("main code")!.TextContent.Replace(" ", "").ToUpperInvariant();
        await ada.SubmitAsync(SetUp, "main form:has(#code)", ("code", Totp.CodeOf(Totp.KeyOf(secret), Totp.StepOf(DateTimeOffset.UtcNow))));

        Assert.Equal(10, (await ada.OpenAsync(SetUp)).QuerySelectorAll("main li code").Length);
        await ada.OpenAsync("/datasets");
    }

    [Fact]
    public async Task Who_will_not_set_it_up_can_still_sign_out()
    {
        using var site = Site.With(null, ("Access:SecondFactor", "everyone"));
        var ada = await site.SignedInAsync();

        Assert.Equal("/sign-in", (await ada.SubmitAsync(SetUp, "form[action='/sign-out']")).Headers.Location?.OriginalString);
    }
}
