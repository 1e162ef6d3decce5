using System.Net;
using System.Net.Http.Json;
using Dashboard.Access;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class AuditLogTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task Each_entry_follows_from_the_one_before()
    {
        var entries = await site.AuditAsync();

        Assert.True(entries.Count > 3);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => (int)e.Id));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.Equal(entries.Count, entries.Select(e => Convert.ToHexString(e.Hash)).Distinct().Count());
    }

    [Theory]
    [InlineData("UPDATE Audit SET Who = 'somebody else'")]
    [InlineData("DELETE FROM Audit")]
    [InlineData("DELETE FROM Audit WHERE Id = 1")]
    public async Task An_entry_can_neither_be_changed_nor_deleted(string sql)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => site.UseAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("can only be added to", refused.Message);
    }

    [Fact]
    public async Task What_is_taken_back_leaves_no_entry()
    {
        var before = (await site.AuditAsync()).Count;

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var (db, audit) = (scope.ServiceProvider.GetRequiredService<DashboardDb>(), scope.ServiceProvider.GetRequiredService<AuditLog>());
            await db.WriteAsync(async () =>
            {
                await audit.AddAsync("run.deleted", "run 1");
                throw new InvalidOperationException("The cause failed.");
            });
        });

        Assert.Equal(before, (await site.AuditAsync()).Count);
    }

    [Fact]
    public async Task Many_who_write_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditLog>().AddAsync("run.renamed", $"run {i}", "somebody");
        }));

        await site.UseAsync(async db => Assert.Null((await db.Audit.CheckAsync()).FirstBroken));
        Assert.Equal(20, (await site.AuditAsync("run.renamed")).Count(e => e.Who == "somebody"));
    }

    [Theory]
    [InlineData("\ud83d\ude00\ud83d")]
    [InlineData("a\0b\u000bc\ufffe")]
    [InlineData("e\u0301 \"quoted\" <b>")]
    public async Task Hostile_texts_do_not_break_the_chain(string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLog>().AddAsync("run.renamed", text + new string('x', 198) + "\ud83d\ude00", text);

        await site.UseAsync(async db => Assert.Null((await db.Audit.CheckAsync()).FirstBroken));
    }

    [Fact]
    public async Task Each_change_leaves_an_entry_of_who_made_it()
    {
        var api = site.Api();
        var dataset = await api.ImportAsync("Customer ID,Age\n1,30\n2,40\n3,50\n4,60\n", ("name", "Soon gone"));
        var run = await api.RunAsync(new { datasetId = dataset.Id(), k = 2 });
        await api.PostJsonAsync($"/runs/{run.Id()}/activation", null, HttpStatusCode.OK);
        await api.PatchAsync($"/api/v1/segments/{run.Items("segments")[0].Id()}", JsonContent.Create(new { name = "Grown up" }));
        await api.DeleteAsync($"/api/v1/customers/1?datasetId={dataset.Id()}");
        await api.PostJsonAsync($"/datasets/{dataset.Id()}/undo", null, HttpStatusCode.OK);
        var ada = await site.SignedInAsync();
        await ada.SubmitAsync($"/datasets/{dataset.Id()}", "form[action*=Rename]", ("name", "Going"));
        await ada.SubmitAsync($"/runs/{run.Id()}", "form[action*=Rename]", ("name", "Going too"));
        await ada.SubmitAsync($"/runs/{run.Id()}", "form[action*=Delete]");
        await ada.SubmitAsync($"/datasets/{dataset.Id()}", "form[action*=Delete]");

        var mine = (await site.AuditAsync()).Where(e => e.About.Contains($"data set {dataset.Id()}") || e.About.Contains($"run {run.Id()},") || e.About.Contains("Grown up")).Select(e => (e.Who, e.What)).ToList();
        Assert.Equal(
        [
            ("API key bootstrap", "import.started"), ("API key bootstrap", "import.completed"), ("API key bootstrap", "run.started"), ("API key bootstrap", "run.activated"),
            ("API key bootstrap", "segment.edited"), ("API key bootstrap", "customer.erased"), ("API key bootstrap", "import.undone"),
            (Site.Email, "dataset.renamed"), (Site.Email, "run.renamed"), (Site.Email, "run.deleted"), (Site.Email, "dataset.deleted"),
        ], mine);
    }

    [Fact]
    public async Task What_is_done_to_accounts_is_written_down()
    {
        await site.MakeUserAsync("moved@example.com", Roles.Viewer);
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var id = 0;
        await site.UseAsync(async db => id = (await db.Users.SingleAsync(u => u.Email == "moved@example.com")).Id);

        await accounts.InviteAsync("new@example.com", Roles.Marketer, "somebody");
        await site.UseAsync(async db => await accounts.TakeBackAsync((await db.OneTimeLinks.SingleAsync(l => l.Email == "new@example.com")).Id));
        await accounts.ResetLinkAsync(id, "somebody");
        await accounts.ChangeRoleAsync(id, Roles.Marketer);
        await accounts.DisableAsync(id);
        await accounts.DeleteAsync(id);
        await accounts.DisableAsync(id);

        var entries = await site.AuditAsync();
        Assert.Contains(entries, e => (e.What, e.About) == ("person.invited", "new@example.com as Marketer"));
        Assert.Single(entries, e => (e.What, e.About) == ("invitation.taken-back", "new@example.com"));
        Assert.Equal(["reset-link.made", "person.role-changed", "person.disabled", "person.deleted"], entries.Where(e => e.About == "moved@example.com").Select(e => e.What));
    }

    [Fact]
    public async Task Who_is_to_be_left_out_is_counted_and_not_named()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Dashboard.Privacy.SuppressionList>().AddAsync(["a@example.com", "b@example.com"], null, "asked by post", "somebody");

        Assert.Equal(("somebody", "2 people"), (await site.AuditAsync("suppression.added")).Select(e => (e.Who, e.About)).Single());
    }

    [Fact]
    public async Task Who_is_not_let_in_is_written_down()
    {
        var viewer = await site.SignedInAsync(Roles.Viewer);
        await viewer.Client.GetAsync("/audit?who=quokka");

        Assert.Contains(await site.AuditAsync("access.refused"), e => (e.Who, e.About) == ("viewer@example.com", "GET /audit"));
    }

    [Fact]
    public async Task Coming_going_and_failing_to_come_in_are_written_down()
    {
        var email = await site.MakeUserAsync("passer-by@example.com", Roles.Viewer);
        var visitor = site.Visitor();
        await visitor.SubmitAsync("/sign-in", "form", ("Email", email), ("Password", "wrong password"));
        await visitor.SubmitAsync("/sign-in", "form", ("Email", email), ("Password", Site.Password));
        await visitor.SubmitAsync("/datasets", "form[action='/sign-out']");
        await visitor.SubmitAsync("/sign-in", "form", ("Email", "my-password-by-mistake@example.com"), ("Password", "x"));

        var entries = await site.AuditAsync();
        Assert.Equal(["person.signed-in", "person.signed-out", "sign-in.failed"], entries.Where(e => e.Who == email).Select(e => e.What).Order());
        Assert.Contains(entries, e => (e.What, e.About) == ("sign-in.failed", "unknown address"));
        Assert.DoesNotContain(entries, e => e.About.Contains("by-mistake") || e.Who.Contains("by-mistake"));
    }
}
