using System.Net;
using AngleSharp.Dom;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Pages.Access;

public sealed class AuditTests : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_shows_the_newest_first_and_says_that_nothing_was_changed()
    {
        await AddAsync(3);
        var page = await (await _site.SignedInAsync()).OpenAsync("/audit");

        Assert.Contains("The log is unbroken", page.QuerySelector(".note.good")!.TextContent);
        Assert.Equal([Site.Email, "somebody", "somebody", "somebody"], Column(page, 3).Take(4));
        Assert.Equal(["person signed in", "run renamed"], Column(page, 4).Take(2));
    }

    [Fact]
    public async Task An_entry_that_was_changed_by_hand_is_named()
    {
        await AddAsync(3);
        await _site.ForgeAsync("UPDATE Audit SET Who = 'nobody' WHERE About = 'run 1, =1+1'");

        var page = await (await _site.SignedInAsync()).OpenAsync("/audit");

        var forged = (await _site.AuditAsync()).Single(e => e.About == "run 1, =1+1");
        Assert.StartsWith($"Entry {forged.Id} of ", page.QuerySelector(".note.bad")!.TextContent);
    }

    [Fact]
    public async Task Of_many_entries_the_newest_are_looked_at_and_all_when_asked()
    {
        await AddAsync(3);
        await _site.UseAsync(db => db.AppendAsync([.. Enumerable.Range(0, 1100).Select(i => AuditEntry.Of(DateTime.UtcNow, "somebody", "run.renamed", $"run {i}", null))]));
        var ada = await _site.SignedInAsync();
        Assert.Contains("The newest 1,000 entries are unbroken", (await ada.OpenAsync("/audit")).QuerySelector(".note.good")!.TextContent);
        await ada.SubmitAsync("/audit", "main form[method=post]");
        Assert.Contains("when they were last looked at", (await ada.OpenAsync("/audit")).Body!.TextContent);

        await _site.ForgeAsync("UPDATE Audit SET Who = 'nobody' WHERE About = 'run 1, =1+1'");
        await ada.SubmitAsync("/audit", "main form[method=post]");

        var forged = (await _site.AuditAsync()).Single(e => e.About == "run 1, =1+1");
        Assert.StartsWith($"Entry {forged.Id} of ", (await ada.OpenAsync("/audit")).QuerySelector(".note.bad")!.TextContent);
    }

    [Theory]
    [InlineData("?who=SOME", 3)]
    [InlineData("?who=s%25", 0)]
    [InlineData("?what=run.renamed", 3)]
    [InlineData("?about=run%201", 1)]
    [InlineData("?what=run.renamed&who=ada", 0)]
    [InlineData("?what=run.renamed&from=2020-01-01&to=9999-12-31", 3)]
    [InlineData("?what=run.renamed&to=2020-01-01", 0)]
    [InlineData("?from=9999-12-31", 0)]
    [InlineData("?from=0001-01-01&to=nonsense&what=run.renamed", 3)]
    public async Task It_is_filtered_by_its_address(string query, int found)
    {
        await AddAsync(3);

        Assert.Equal(found, Column(await (await _site.SignedInAsync()).OpenAsync("/audit" + query), 1).Count());
    }

    [Fact]
    public async Task It_is_turned_page_by_page()
    {
        await AddAsync(230);
        var ada = await _site.SignedInAsync();
        var (path, found) = ("/audit?what=run.renamed", new List<string>());
        while (path is not null)
        {
            var page = await ada.OpenAsync(path);
            found.AddRange(Column(page, 5));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(i => $"run {i}, =1+1"), found);
    }

    [Fact]
    public async Task The_download_holds_the_same_entries_and_no_formula()
    {
        await AddAsync(3, "=1+1");
        var ada = await _site.SignedInAsync();

        var csv = await ada.Client.GetStringAsync("/audit.csv?what=run.renamed");

        Assert.StartsWith("id,at,who,what,about,address,hash\r\n", csv);
        Assert.Equal(5, csv.Split("\r\n").Length);
        Assert.Contains(",\"'=1+1\",run.renamed,", csv);
        Assert.Equal("audit.exported", (await _site.AuditAsync())[^1].What);
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("/audit.csv")]
    public async Task It_is_for_administrators_alone(string path)
    {
        var marketer = await _site.SignedInAsync(Roles.Marketer);

        Assert.StartsWith("/not-allowed", (await marketer.Client.GetAsync(path)).Headers.Location!.PathAndQueryOrSelf());
        Assert.StartsWith("/sign-in", (await _site.Api().GetAsync(path)).Headers.Location!.PathAndQueryOrSelf());
        Assert.DoesNotContain("/audit", (await marketer.OpenAsync("/datasets")).QuerySelector("nav")!.InnerHtml);
    }

    private async Task AddAsync(int count, string who = "somebody")
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
        for (var i = 0; i < count; i++)
        {
            await audit.AddAsync("run.renamed", $"run {i}, =1+1", who);
        }
    }

    private static IEnumerable<string> Column(IParentNode page, int column) => page.QuerySelectorAll($"tbody td:nth-child({column})").Select(cell => cell.TextContent);
}
