using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed partial class MarketersPathTests(NewSite site, ITestOutputHelper output) : PageTest(site, output), IClassFixture<NewSite>, IDisposable
{
    private const string OwnName = "Careful big earners";
    private const string OwnAction = "Invite them to an evening with the buyers.";
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-downloads-").FullName;
    private readonly Sample _sample = Sample.Found;
    private IPage _page = null!;

    [SkippableFact]
    public async Task A_marketer_gets_from_an_empty_site_to_a_campaign_and_back()
    {
        _page = await WindowAsync();
        await SetUpWithTheTokenOfTheConsole();
        await SignOutAndInAgain();
        await SeeAWelcome();
        await ImportTheCustomers();
        await FindFiveSegments();
        await SeeFiveNamedSegments();
        await OpenTheThirdSegment();
        await SeeChartsWithWordsAndTables();
        await EditTheSegment();
        await ReadTheReport();
        await CountTheAudience();
        await FindDenseGroups();
        await RunAgainAndKeepTheName();
        await TakeTheImportBackAndDelete();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task SetUpWithTheTokenOfTheConsole()
    {
        var token = await Process.AfterAsync("one-time token:");
        await _page.GotoAsync("/");
        Assert.Equal("/set-up", new Uri(_page.Url).AbsolutePath);
        await _page.SetUpAsync("not the token");
        await _page.SeeAsync("This is not the token that the site printed.");
        await _page.SetUpAsync(token);
        await _page.WaitForURLAsync(Address + "/");
    }

    private async Task SignOutAndInAgain()
    {
        await _page.Button("Sign out").ClickAsync();
        await _page.SignInAsync();
        await _page.WaitForURLAsync(Address + "/");
    }

    private async Task SeeAWelcome()
    {
        await _page.SeeAsync("Welcome. It takes three steps.");
        await _page.Button("Try it with sample customers").WaitForAsync();
        await _page.Link("Import a CSV").ClickAsync();
    }

    private async Task ImportTheCustomers()
    {
        await _page.ImportAsync(_sample.Path);
        await _page.Link("New segmentation").WaitForAsync();
        Assert.Equal(_sample.Customers.ToString(), await _page.Locator(".kpi b").First.InnerTextAsync());
        Assert.Equal(_sample.Customers.ToString(), await _page.FigureAsync("rows read from the file"));
    }

    private async Task FindFiveSegments()
    {
        await _page.Link("New segmentation").ClickAsync();
        await _page.ChooseAsync(_sample.Income, _sample.Spending);
        await _page.GetByLabel("Number of segments").FillAsync("5");
        await _page.Button("Find segments").ClickAsync();
        await _page.WaitForURLAsync(RunPage());
        await _page.SeeAsync("Who is where");
    }

    private async Task SeeFiveNamedSegments()
    {
        var found = new List<(string Name, int Size)>();
        foreach (var card in await _page.Locator("article.segment").AllAsync())
        {
            found.Add((await card.Locator("h3 a").InnerTextAsync(), int.Parse(Digits().Match(await card.Locator("p").First.InnerTextAsync()).Value)));
        }
        Assert.Equal(5, found.Count);
        Assert.Equal(_sample.Customers, found.Sum(s => s.Size));
        Assert.Equal(5, found.Select(s => s.Name).Distinct().Count());
        if (_sample.IsMall)
        {
            Assert.Equal(_sample.Segments, found);
        }
    }

    private async Task OpenTheThirdSegment()
    {
        await _page.Locator("article.segment h3 a").Nth(2).ClickAsync();
        await _page.SeeAsync("What sets them apart");
    }

    private async Task SeeChartsWithWordsAndTables()
    {
        foreach (var figure in await _page.Locator("figure").AllAsync())
        {
            var chart = figure.Locator(".for-wide svg[role=img]");
            Assert.NotEmpty(await chart.Locator("title").First.TextContentAsync() ?? "");
            Assert.NotEmpty(await chart.Locator("desc").First.TextContentAsync() ?? "");
            await figure.GetByText("Show as table").ClickAsync();
            Assert.NotEqual(0, await figure.Locator("tbody tr").CountAsync());
            Assert.True(await figure.Locator("tbody tr").First.IsVisibleAsync());
        }
        Assert.InRange(await _page.Locator("figure").CountAsync(), 4, 8);
    }

    private async Task EditTheSegment()
    {
        await _page.GetByLabel("Name", new() { Exact = true }).FillAsync(OwnName);
        await _page.GetByLabel("Notes").FillAsync("They read the small print.");
        await _page.GetByLabel("Recommended action").FillAsync(OwnAction);
        await _page.Button("Save").ClickAsync();
        await _page.SeeAsync("Saved.");
        Assert.EndsWith(OwnName, await _page.Locator("h1").InnerTextAsync());
    }

    private async Task ReadTheReport()
    {
        var pdf = new Pdf(await _page.DownloadAsync("Campaign report (PDF)", _folder));
        Assert.EndsWith($"{OwnName}.pdf", pdf.Path);
        Assert.Contains(OwnName, pdf.Text);
        Assert.Contains(OwnAction, pdf.Text);
        Assert.Contains($"{await Size()} customers", pdf.Text);
        Assert.InRange(pdf.Pages, 2, 4);
    }

    private async Task CountTheAudience()
    {
        var lines = await File.ReadAllLinesAsync(await _page.DownloadAsync("Audience CSV", _folder));
        Assert.Equal(await Size() + 1, lines.Length);
    }

    private async Task<int> Size() => int.Parse(Digits().Match(await _page.Locator(".kpi b").First.InnerTextAsync()).Value);

    private async Task FindDenseGroups()
    {
        await _page.GotoAsync("/runs/new");
        await _page.ChooseAsync(_sample.Income, _sample.Spending);
        await _page.Locator("#dbscan").CheckAsync();
        await _page.GetByLabel("Epsilon").FillAsync("0.5");
        await _page.GetByLabel("Min points").FillAsync("5");
        await _page.Button("Find segments").ClickAsync();
        await _page.SeeAsync("Who is where");
        if (_sample.IsMall)
        {
            Assert.Equal("2", await _page.FigureAsync("segments, 8 customers without"));
        }
    }

    private async Task RunAgainAndKeepTheName()
    {
        await _page.GotoAsync("/runs");
        await _page.GetByRole(AriaRole.Link, new() { NameRegex = KMeans() }).First.ClickAsync();
        await _page.Link("Change and run again").ClickAsync();
        Assert.Equal("5", await _page.GetByLabel("Number of segments").InputValueAsync());
        Assert.Equal(2, await _page.Locator("input[type=checkbox]:checked").CountAsync());
        await _page.Button("Find segments").ClickAsync();
        await _page.SeeAsync("Who is where");
        await _page.Link(OwnName).WaitForAsync();
    }

    private async Task TakeTheImportBackAndDelete()
    {
        await _page.GotoAsync("/datasets");
        await _page.Link(_sample.Name).ClickAsync();
        await _page.Button("Take the import back").ClickAsync();
        await _page.SeeAsync("The import was taken back:");
        await _page.Button("Delete").ClickAsync();
        await _page.SeeAsync($"“{_sample.Name}” was deleted.");
        await _page.SeeAsync("No customers yet");
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("^K-Means")]
    private static partial Regex KMeans();

    [GeneratedRegex(@"/runs/\d+$")]
    private static partial Regex RunPage();
}
