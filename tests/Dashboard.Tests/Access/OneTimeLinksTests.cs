using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class OneTimeLinksTests(ClockedSite site) : IClassFixture<ClockedSite>
{
    private const string Chosen = "seven green kettles sing";

    [Fact]
    public async Task Somebody_invited_chooses_a_name_and_a_password_and_is_in()
    {
        var link = await (await site.SignedInAsync()).InviteAsync("grace@example.com", Roles.Marketer);

        var answer = await AcceptAsync(link, ("Name", "Grace Hopper"));

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        var grace = await site.SignedInAsAsync("grace@example.com", Chosen);
        Assert.Contains("grace@example.com · Marketer", (await grace.OpenAsync("/account")).Body!.TextContent);
        Assert.Contains("Grace Hopper", (await (await site.SignedInAsync()).OpenAsync("/people")).Body!.TextContent);
    }

    [Fact]
    public async Task The_link_is_shown_once_and_the_database_holds_its_hash_alone()
    {
        var ada = await site.SignedInAsync();
        var link = await ada.InviteAsync("once@example.com");
        var token = link.Split('/')[^1];

        Assert.Null((await ada.OpenAsync("/people")).QuerySelector(".copy code"));
        Assert.True(token.Length >= 43);
        await site.UseAsync(async db => Assert.Equal(ApiKeys.HashOf(token), (await db.OneTimeLinks.SingleAsync(l => l.Email == "once@example.com")).Hash));
    }

    [Fact]
    public async Task It_is_good_once()
    {
        var link = await (await site.SignedInAsync()).InviteAsync("reuse@example.com");
        await AcceptAsync(link);

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(link));
    }

    [Fact]
    public async Task Of_many_who_use_it_at_once_one_gets_the_account()
    {
        var link = await (await site.SignedInAsync()).InviteAsync("many@example.com");
        var visitors = Enumerable.Range(0, 5).Select(_ => site.Visitor()).ToList();
        var tokens = await Task.WhenAll(visitors.Select(v => v.TokenAsync(link)));

        var answers = await Task.WhenAll(visitors.Select((v, i) => v.PostAsync(link, ("__RequestVerificationToken", tokens[i]), ("Name", $"N{i}"), ("Password", $"{Chosen} {i}"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_invitation_is_good_for_three_days_and_a_link_for_a_new_password_for_one()
    {
        var ada = await site.SignedInAsync();
        await EndsAfterAsync(await ada.InviteAsync("late@example.com"), TimeSpan.FromDays(3));
        await EndsAfterAsync(await ada.ResetLinkAsync(await site.IdAsync(await site.MakeUserAsync("slow@example.com", Roles.Viewer))), TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task An_invitation_can_be_taken_back_and_a_newer_one_takes_its_place()
    {
        var ada = await site.SignedInAsync();
        var first = await ada.InviteAsync("twice@example.com");
        var second = await ada.InviteAsync("twice@example.com");

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(first));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(second));
        await TakeBackAsync(ada, "twice@example.com");
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(second));
    }

    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("password12345", "first that are tried")]
    public async Task A_bad_password_is_refused_and_the_link_stays_good(string password, string why)
    {
        var link = await (await site.SignedInAsync()).InviteAsync($"{password}@example.org");

        var answer = await AcceptAsync(link, ("Password", password));

        Assert.Contains(why, await Visitor.TextAsync(answer));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(link));
    }

    [Fact]
    public async Task What_else_is_posted_makes_nobody_more_than_they_were_invited_to_be()
    {
        var link = await (await site.SignedInAsync()).InviteAsync("modest@example.com", Roles.Viewer);

        await AcceptAsync(link, ("Role", Roles.Administrator), ("Link.Role", Roles.Administrator), ("Email", Site.Email), ("UserId", "1"), ("MayExport", "true"), ("Id", "1"));

        var modest = await site.PersonAsync("modest@example.com");
        Assert.Equal((Roles.Viewer, false), (modest.Role, modest.MayExport));
        await site.SignedInAsync();
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_by_link_and_the_old_sessions_end()
    {
        var email = await site.MakeUserAsync("forgetful@example.com", Roles.Viewer);
        var before = await site.SignedInAsAsync(email);
        var link = await (await site.SignedInAsync()).ResetLinkAsync(await site.IdAsync(email));

        await AcceptAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, (await before.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SignInAsync(email)).StatusCode);
        await site.SignedInAsAsync(email, Chosen);
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(link));
    }

    [Fact]
    public async Task A_new_password_by_link_also_ends_a_lock_out()
    {
        var email = await site.MakeUserAsync("lockedout@example.com", Roles.Viewer);
        for (var i = 0; i < 5; i++)
        {
            await site.Visitor().SignInAsync(email, "wrong");
        }

        await AcceptAsync(await (await site.SignedInAsync()).ResetLinkAsync(await site.IdAsync(email)));

        await site.SignedInAsAsync(email, Chosen);
    }

    [Fact]
    public async Task A_reset_link_ends_with_a_new_e_mail_and_with_the_account()
    {
        var ada = await site.SignedInAsync();
        var (moved, gone) = (await site.MakeUserAsync("moved@example.com", Roles.Viewer), await site.MakeUserAsync("gone@example.com", Roles.Viewer));
        var (movedLink, goneLink) = (await ada.ResetLinkAsync(await site.IdAsync(moved)), await ada.ResetLinkAsync(await site.IdAsync(gone)));

        await ChangeEmailAsync(moved, "elsewhere@example.com");
        await ada.ActAsync(await site.IdAsync(gone), "Disable");

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(movedLink));
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(goneLink));
    }

    [Fact]
    public async Task A_reset_link_is_for_its_own_user_whatever_is_posted()
    {
        var email = await site.MakeUserAsync("owner@example.com", Roles.Viewer);
        var link = await (await site.SignedInAsync()).ResetLinkAsync(await site.IdAsync(email));

        await AcceptAsync(link, ("Email", Site.Email), ("UserId", "1"), ("id", "1"));

        await site.SignedInAsync();
        await site.SignedInAsAsync(email, Chosen);
    }

    private static async Task TakeBackAsync(Visitor administrator, string email)
    {
        var row = (await administrator.OpenAsync("/people")).QuerySelectorAll("tr").Single(tr => tr.QuerySelector("th")!.TextContent == email);
        await administrator.SubmitAsync("/people", $"form[action='{row.QuerySelector("form")!.GetAttribute("action")}']");
    }

    private Task<HttpResponseMessage> AcceptAsync(string link, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual = [("Name", "Somebody"), ("Password", Chosen)];
        return site.Visitor().SubmitAsync(link, "form", [.. usual.Where(u => changes.All(c => c.Name != u.Name)), .. changes]);
    }

    private async Task EndsAfterAsync(string link, TimeSpan lifetime)
    {
        var made = site.Time.Now;
        site.Time.Now = made + lifetime - TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(link));
        site.Time.Now = made + lifetime;
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(link));
        site.Time.Now = made;
    }

    private async Task<HttpStatusCode> OpenAsync(string link) => (await site.Visitor().Client.GetAsync(link)).StatusCode;

    private async Task ChangeEmailAsync(string from, string to)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        Assert.True((await users.SetEmailAsync((await users.FindByEmailAsync(from))!, to)).Succeeded);
    }
}
