using System.Text.RegularExpressions;
using Dashboard.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed partial class LongWorkTests(BusySite site, ITestOutputHelper output) : SignedInTest<BusySite>(site, output)
{
    [SkippableFact]
    public async Task A_running_import_can_be_cancelled_and_keeps_nothing()
    {
        var page = await WindowAsync();
        await page.ImportAsync(Site.File, "Given up");
        await page.SeeAsync("Reading the file");
        await page.Button("Cancel").ClickAsync();
        await page.SeeAsync("The import was cancelled; nothing was kept.");
        await page.Button("Delete").ClickAsync();
        await page.SeeAsync("“Given up” was deleted.");
    }

    [SkippableFact]
    public async Task A_running_run_can_be_cancelled_and_run_again()
    {
        var page = await WindowAsync();
        await page.GotoAsync($"/runs/new?datasetId={Site.DatasetId}");
        await page.GetByLabel("Number of segments").FillAsync("20");
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("Starts").FillAsync("1000");
        await page.Button("Find segments").ClickAsync();
        await page.SeeAsync("Looking for 20 segments");
        await page.Button("Cancel").ClickAsync();
        await page.SeeAsync("This run was cancelled; nothing was kept.");
        await page.Link("Run it again").ClickAsync();
        Assert.Equal("20", await page.GetByLabel("Number of segments").InputValueAsync());
        Assert.Equal("1000", await page.GetByLabel("Starts").InputValueAsync());
    }

    [SkippableFact]
    public async Task The_progress_page_moves_by_events_and_loads_once_more_at_the_end()
    {
        var page = await WindowAsync();
        var (loads, streams) = (0, 0);
        page.Request += (_, request) => _ = request.ResourceType switch { "document" => loads++, "eventsource" => streams++, _ => 0 };
        var run = await Site.Api.PostJsonAsync("/runs", new { datasetId = Site.DatasetId, k = 3, features = Shoppers.Features, starts = 3 });
        await page.GotoAsync($"/runs/{run.Id()}");
        for (var seen = new HashSet<double>(); seen.Count < 4; await Task.Delay(50))
        {
            seen.Add(await page.Locator("progress").EvaluateAsync<double>("bar => bar.value"));
        }
        await page.SeeAsync("Who is where");
        Assert.Equal((2, 1), (loads, streams));
    }

    [SkippableFact]
    public async Task Hundreds_of_thousands_of_customers_are_drawn_as_a_page_that_is_not_heavy()
    {
        var page = await WindowAsync();
        var run = await Site.Api.RunAsync(new { datasetId = Site.DatasetId, k = 3, features = Shoppers.Features, starts = 1 });
        var answer = (await page.GotoAsync($"/runs/{run.Id()}"))!;
        Assert.InRange((await answer.BodyAsync()).Length, 10_000, 2_000_000);
    }

    [SkippableFact]
    public async Task The_page_of_long_work_reloads_itself_until_the_end()
    {
        var page = await WindowAsync(new() { JavaScriptEnabled = false });
        var loads = 0;
        page.Request += (_, request) => loads += request.IsNavigationRequest && ImportPage().IsMatch(request.Url) ? 1 : 0;
        await page.ImportAsync(Site.File, "Without scripts");
        await page.SeeAsync("Nothing is kept if you cancel.");
        await page.Link("See the customers").WaitForAsync();
        Assert.InRange(loads, 2, 15);
    }

    [GeneratedRegex(@"/datasets/\d+$")]
    private static partial Regex ImportPage();
}
