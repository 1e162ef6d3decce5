using System.Net;
using Dashboard.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class AccountsTests(Site site) : IClassFixture<Site>
{
    private const string Export = "/runs/99/assignments.csv";

    [Theory]
    [InlineData("not an address", Roles.Viewer, "not an e-mail address")]
    [InlineData(Site.Email, Roles.Viewer, "among the people already")]
    [InlineData("new@example.com", "Owner", "Choose a role")]
    public async Task An_invitation_that_cannot_be_is_refused_with_its_reason(string email, string role, string why)
    {
        var answer = await (await site.SignedInAsync()).SubmitAsync("/people", "form:has(#Email)", ("Email", email), ("Role", role));

        Assert.Contains(why, await Visitor.TextAsync(answer));
    }

    [Fact]
    public async Task A_new_role_ends_the_session_and_brings_its_rights()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("rising@example.com", Roles.Viewer));
        var before = await site.SignedInAsAsync(email);

        await ada.ActAsync(await site.IdAsync(email), "Role", ("role", Roles.Administrator));

        Assert.Equal(HttpStatusCode.Redirect, (await before.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignedInAsAsync(email)).Client.GetAsync("/people")).StatusCode);
    }

    [Theory]
    [InlineData(Roles.Viewer, false)]
    [InlineData(Roles.Marketer, true)]
    [InlineData(Roles.Administrator, true)]
    public async Task To_export_is_a_right_that_comes_with_the_role_and_can_be_turned_round(string role, bool may)
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync($"export-{role}@example.com", role));
        Assert.Equal(may, await MayExportAsync(email));

        await ada.ActAsync(await site.IdAsync(email), "Export");

        Assert.Equal(!may, await MayExportAsync(email));
    }

    [Fact]
    public async Task A_right_that_was_given_apart_does_not_outlast_a_role_that_brings_it()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("up-and-down@example.com", Roles.Viewer));
        var id = await site.IdAsync(email);
        await ada.ActAsync(id, "Export");

        await ada.ActAsync(id, "Role", ("role", Roles.Marketer));
        await ada.ActAsync(id, "Role", ("role", Roles.Viewer));

        Assert.False(await MayExportAsync(email));
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once_and_cannot_come_back_until_enabled()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("leaver@example.com", Roles.Marketer));
        var (id, before) = (await site.IdAsync(email), await site.SignedInAsAsync(email));

        await ada.ActAsync(id, "Disable");
        Assert.Equal(HttpStatusCode.Redirect, (await before.Client.GetAsync("/account")).StatusCode);
        Assert.Contains("E-mail or password is wrong", await Visitor.TextAsync(await site.Visitor().SignInAsync(email)));

        await ada.ActAsync(id, "Enable");
        await site.SignedInAsAsync(email);
    }

    [Fact]
    public async Task An_administrator_can_sign_somebody_out_everywhere()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("everywhere@example.com", Roles.Viewer));
        var (here, there) = (await site.SignedInAsAsync(email), await site.SignedInAsAsync(email));

        await ada.ActAsync(await site.IdAsync(email), "SignOut");

        Assert.Equal(HttpStatusCode.Redirect, (await here.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task An_account_that_is_deleted_is_gone_with_its_session()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("deleted@example.com", Roles.Viewer));
        var before = await site.SignedInAsAsync(email);

        var answer = await ada.ActAsync(await site.IdAsync(email), "Delete");

        Assert.Equal("/people", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await before.Client.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData("Role")]
    [InlineData("Disable")]
    [InlineData("Delete")]
    public async Task The_last_administrator_stays_one(string what)
    {
        using var own = new Site();
        var ada = await own.SignedInAsync();

        var answer = await ada.ActAsync(1, what, ("role", Roles.Viewer));

        Assert.Contains("There has to be an administrator", (await ada.OpenAsync(answer.Headers.Location!.OriginalString)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await ada.Client.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Of_administrators_who_demote_each_other_at_the_same_time_one_remains()
    {
        using var own = new Site();
        for (var i = 2; i <= 6; i++)
        {
            await own.MakeUserAsync($"admin{i}@example.com", Roles.Administrator);
        }

        var problems = await Task.WhenAll(Enumerable.Range(1, 6).Select(async id =>
        {
            await using var scope = own.Services.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
            return await (id % 2 == 0 ? accounts.ChangeRoleAsync(id, Roles.Viewer) : accounts.DisableAsync(id));
        }));

        Assert.Single(problems, problem => problem is not null);
        await own.UseAsync(async db => Assert.Single(await db.People().ToListAsync(), p => p.Role == Roles.Administrator && !p.IsDisabled));
    }

    [Fact]
    public async Task What_else_is_posted_changes_nothing_else()
    {
        var (ada, email) = (await site.SignedInAsync(), await site.MakeUserAsync("plain@example.com", Roles.Viewer));
        var id = await site.IdAsync(email);

        await ada.ActAsync(id, "Export", ("Person.Role", Roles.Administrator), ("Role", Roles.Administrator), ("Id", "1"), ("Email", "evil@example.com"), ("PasswordHash", "x"));

        var person = await site.PersonAsync(email);
        Assert.Equal((id, Roles.Viewer, true), (person.Id, person.Role, person.MayExport));
        await site.SignedInAsAsync(email);
    }

    [Fact]
    public async Task The_list_says_who_is_there_and_which_administrator_lacks_a_second_factor()
    {
        var ada = await site.SignedInAsync();

        var row = (await ada.OpenAsync("/people")).QuerySelector("tr:has(a[href='/people/1'])")!.TextContent;

        Assert.Contains("Administrator", row);
        Assert.Contains("administrators should have one", row);
        Assert.DoesNotContain("never", row);
    }

    private async Task<bool> MayExportAsync(string email)
    {
        var answer = await (await site.SignedInAsAsync(email)).Client.GetAsync(Export);
        return answer.StatusCode == HttpStatusCode.NotFound;
    }
}
