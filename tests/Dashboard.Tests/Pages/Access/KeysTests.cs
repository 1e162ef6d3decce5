using System.Net;
using AngleSharp.Dom;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Pages.Access;

public sealed class KeysTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_new_key_is_shown_once_and_opens_what_it_was_made_for()
    {
        var ada = await site.SignedInAsync();
        await MakeAsync(ada, "shop", ["read"]);

        var page = await ada.OpenAsync("/keys");
        var key = page.QuerySelector(".copy > pre")!.TextContent;
        Assert.Matches("^mk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$", key);
        Assert.DoesNotContain(key, (await ada.OpenAsync("/keys")).DocumentElement.InnerHtml);
        Assert.Equal(HttpStatusCode.OK, (await site.Api(key).GetAsync("/api/v1/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Api(key).GetAsync("/api/v1/datasets/1/customers.csv")).StatusCode);
        Assert.Contains(await site.AuditAsync("key.made"), e => e.Who == Site.Email && e.About.Contains("key shop (") && e.About.Contains("): read") && !e.About.Contains(key[12..]));
    }

    [Fact]
    public async Task Only_the_one_who_made_it_sees_it()
    {
        var ada = await site.SignedInAsync();
        await site.MakeUserAsync("grace@example.com", Roles.Administrator);
        var grace = site.Visitor();
        await grace.SubmitAsync("/sign-in", "form", ("Email", "grace@example.com"), ("Password", Site.Password));
        await MakeAsync(ada, "for Ada alone", ["read"]);

        Assert.Null((await grace.OpenAsync("/keys")).QuerySelector(".copy"));
        Assert.NotNull((await ada.OpenAsync("/keys")).QuerySelector(".copy"));
    }

    [Theory]
    [InlineData("", "read", "90", Site.Password, "Give the key a name")]
    [InlineData("shop", "", "90", Site.Password, "Choose at least one thing")]
    [InlineData("shop", "admin", "90", Site.Password, "Choose at least one thing")]
    [InlineData("shop", "read", "7", Site.Password, "Choose how long")]
    [InlineData("shop", "read", "90", "", "This is not your password")]
    [InlineData("shop", "read", "90", "not my password", "This is not your password")]
    public async Task Without_name_purpose_term_and_password_there_is_no_key(string name, string scope, string days, string password, string said)
    {
        using var own = new Site();
        var ada = await own.SignedInAsync();
        var answer = await ada.PostAsync("/keys?handler=Make", ("__RequestVerificationToken", await ada.TokenAsync("/keys")), ("name", name), ("scopes", scope), ("days", days), ("password", password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, await Visitor.TextAsync(answer));
        await own.UseAsync(async db => Assert.Equal("bootstrap", (await db.ApiKeys.SingleAsync()).Name));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_the_next_request_on()
    {
        var ada = await site.SignedInAsync();
        await MakeAsync(ada, "leaving", ["read"]);
        var api = site.Api((await ada.OpenAsync("/keys")).QuerySelector(".copy > pre")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/datasets")).StatusCode);

        await ada.SubmitAsync("/keys", "tr:has(th:contains('leaving')) form");

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/datasets")).StatusCode);
        var row = (await ada.OpenAsync("/keys")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("leaving"));
        Assert.Equal("revoked", row.QuerySelector(".pill")!.TextContent);
        Assert.Null(row.QuerySelector("form"));
        Assert.StartsWith("key leaving (", (await site.AuditAsync("key.revoked"))[^1].About);
    }

    [Fact]
    public async Task The_list_says_when_a_key_was_last_used()
    {
        var ada = await site.SignedInAsync();
        await MakeAsync(ada, "in use", ["read"]);
        var api = site.Api((await ada.OpenAsync("/keys")).QuerySelector(".copy > pre")!.TextContent);
        Assert.Contains("never", await RowAsync(ada, "in use"));

        await api.GetAsync("/api/v1/datasets");

        Assert.DoesNotContain("never", await RowAsync(ada, "in use"));
    }

    [Fact]
    public async Task No_request_writes_when_its_key_was_used()
    {
        var gate = site.Services.GetRequiredService<WriteGate>();
        await site.Api().GetAsync("/api/v1/datasets");
        await site.Services.GetRequiredService<KeyUses>().FlushAsync();
        var before = gate.Writes;

        for (var i = 0; i < 20; i++)
        {
            await site.Api().GetAsync("/api/v1/datasets");
        }

        Assert.Equal(before, gate.Writes);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("365", 365)]
    [InlineData("", null)]
    public async Task A_key_lasts_as_long_as_was_chosen(string days, int? expected)
    {
        var ada = await site.SignedInAsync();
        var name = $"for {expected} days";
        await MakeAsync(ada, name, ["read", "write"], days);

        await site.UseAsync(async db =>
        {
            var key = await db.ApiKeys.SingleAsync(k => k.Name == name);
            Assert.Equal(expected, (key.ExpiresAt - key.CreatedAt)?.TotalDays);
            Assert.Equal(("read write", Site.Email), (key.Scopes, key.CreatedBy));
        });
    }

    [Fact]
    public async Task A_key_is_good_as_long_as_its_maker_is_an_administrator()
    {
        await site.MakeUserAsync("leaver@example.com", Roles.Administrator);
        var leaver = site.Visitor();
        await leaver.SubmitAsync("/sign-in", "form", ("Email", "leaver@example.com"), ("Password", Site.Password));
        await MakeAsync(leaver, "of a leaver", ["read"]);
        var api = site.Api((await leaver.OpenAsync("/keys")).QuerySelector(".copy > pre")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/datasets")).StatusCode);

        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            await users.RemoveFromRoleAsync((await users.FindByEmailAsync("leaver@example.com"))!, Roles.Administrator);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/datasets")).StatusCode);
    }

    private static async Task MakeAsync(Visitor who, string name, string[] scopes, string days = "90")
    {
        var fields = scopes.Select(s => ("scopes", s)).Concat([("__RequestVerificationToken", await who.TokenAsync("/keys")), ("name", name), ("days", days), ("password", Site.Password)]);
        var answer = await who.PostAsync("/keys?handler=Make", [.. fields]);
        Assert.Equal("/keys", answer.Headers.Location?.OriginalString);
    }

    private static async Task<string> RowAsync(Visitor who, string name) =>
        (await who.OpenAsync("/keys")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name)).TextContent;
}
