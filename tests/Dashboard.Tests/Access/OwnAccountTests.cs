using System.Net;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class OwnAccountTests(Site site) : IClassFixture<Site>
{
    private const string Chosen = "seven green kettles sing";

    [Fact]
    public async Task Everyone_may_change_their_name_and_nothing_else_with_it()
    {
        var viewer = await NewAsync("named@example.com");

        await viewer.SubmitAsync("/account", "form[action*='Name']", ("name", " Grace \u0007Hopper "), ("Person.Role", Roles.Administrator), ("Email", "evil@example.com"), ("MayExport", "true"), ("Id", "1"));

        var person = await site.PersonAsync("named@example.com");
        Assert.Equal(("Grace Hopper", Roles.Viewer, false), (person.Name, person.Role, person.MayExport));
    }

    [Fact]
    public async Task A_new_password_keeps_this_session_and_ends_the_others()
    {
        var (here, there) = (await NewAsync("changer@example.com"), await site.SignedInAsAsync("changer@example.com"));

        var answer = await ChangeAsync(here, Site.Password, Chosen);

        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await here.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SignInAsync("changer@example.com")).StatusCode);
        await site.SignedInAsAsync("changer@example.com", Chosen);
    }

    [Theory]
    [InlineData("not my password", Chosen, "This is not your password")]
    [InlineData(Site.Password, "short", "at least 12")]
    [InlineData(Site.Password, "password12345", "first that are tried")]
    public async Task Without_the_present_password_or_with_a_bad_new_one_nothing_changes(string present, string wished, string why)
    {
        var visitor = await NewAsync("steady@example.com");

        var answer = await ChangeAsync(visitor, present, wished);

        Assert.Contains(why, await Visitor.TextAsync(answer));
        await site.SignedInAsAsync("steady@example.com");
    }

    [Fact]
    public async Task Guessing_the_present_password_locks_the_account_like_guessing_it_at_the_door()
    {
        var visitor = await NewAsync("guessed@example.com");
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(visitor, "wrong", Chosen);
        }

        Assert.Contains("too many attempts", await Visitor.TextAsync(await ChangeAsync(visitor, Site.Password, Chosen)));
    }

    private async Task<Visitor> NewAsync(string email) => await site.SignedInAsAsync(await site.MakeUserAsync(email, Roles.Viewer));

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string present, string wished) =>
        visitor.SubmitAsync("/account", "form[action*='Password']", ("present", present), ("wished", wished));
}
