using System.Globalization;
using System.Text;
using Dashboard.Tests.Batches;

namespace Dashboard.Tests.Models;

public sealed class CheckDriftTests(SiteWithSegments shared) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task Customers_of_the_same_kind_have_not_moved()
    {
        var (run, ada) = await MadeAsync("Still");

        await PlacedCsvTests.PlaceAsync(ada, Shoppers.Many(200, seed: 2), $"/predictions/batch?runId={run}");

        var page = await ada.OpenAsync($"/models/{run}/drift");
        Assert.Contains("Nothing has moved", page.QuerySelector(".verdict h2")!.TextContent);
        Assert.Contains("Re-training is not needed", page.QuerySelector(".verdict p")!.TextContent);
    }

    [Fact]
    public async Task Customers_who_earn_more_are_noticed_by_name_and_figure()
    {
        var (run, ada) = await MadeAsync("Richer");

        await PlacedCsvTests.PlaceAsync(ada, Richer(200), $"/predictions/batch?runId={run}");

        var page = await ada.OpenAsync($"/models/{run}/drift");
        Assert.Contains("segment them again", page.QuerySelector(".verdict h2")!.TextContent);
        Assert.Matches(@"Income \(k\$\) moved far \(mean 5\d.* → 7\d.*\); Spending did not;.* Re-training is advised", page.QuerySelector(".verdict p")!.TextContent);
        Assert.Equal("moved far", page.QuerySelector("[aria-label='Feature by feature'] .pill")!.TextContent);
    }

    [Fact]
    public async Task From_a_handful_nothing_is_concluded()
    {
        var (run, ada) = await MadeAsync("Few");

        await PlacedCsvTests.PlaceAsync(ada, Richer(10), $"/predictions/batch?runId={run}");

        Assert.Contains("Too few customers to tell", (await ada.OpenAsync($"/models/{run}/drift")).QuerySelector(".verdict h2")!.TextContent);
    }

    [Fact]
    public async Task A_new_version_of_the_data_set_is_compared_by_itself_and_told_on_the_overview()
    {
        using var site = new SiteWithSegments();
        var (run, ada) = await MadeAsync("Growing", site);
        var dataset = (await site.Api().GetJsonAsync($"/runs/{run}")).Int("datasetId");
        await site.Api().ImportAsync(Encoding.UTF8.GetBytes(Richer(200)), fields: ("datasetId", dataset.ToString(CultureInfo.InvariantCulture)));

        var answer = await UntilAsync(ada, $"/models/{run}/drift");

        Assert.Contains("Growing, version 2", answer);
        var step = (await ada.OpenAsync("/")).QuerySelector($"a[href='/models/{run}/drift']");
        Assert.Contains("Growing, version 2", step!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task Before_the_first_comparison_the_page_says_when_there_will_be_one()
    {
        var ada = await shared.SignedInAsync();

        Assert.Contains("every night", (await ada.OpenAsync($"/models/{shared.RunId}/drift")).QuerySelector(".empty")!.TextContent);
    }

    private static async Task<string> UntilAsync(Visitor visitor, string path)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await visitor.OpenAsync(path)).QuerySelector(".verdict") is { } verdict)
            {
                return verdict.TextContent;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException($"{path} shows no comparison after ten seconds.");
    }

    private Task<(int Run, Visitor Ada)> MadeAsync(string name) => MadeAsync(name, shared);

    private static async Task<(int Run, Visitor Ada)> MadeAsync(string name, Site site)
    {
        var dataset = (await site.Api().ImportAsync(Shoppers.Many(200), ("name", name))).Id();
        var run = (await site.Api().RunAsync(new { datasetId = dataset, features = Shoppers.Features, k = 3 })).Id();
        await site.Api().PostJsonAsync($"/runs/{run}/activation", expected: System.Net.HttpStatusCode.OK);
        return (run, await site.SignedInAsync());
    }

    /// <summary>As <see cref="Shoppers.Many"/> with 20 more for each, and new keys.</summary>
    private static string Richer(int customers) => string.Join('\n', Shoppers.Many(customers, seed: 3).Split('\n').Select((line, i) =>
    {
        if (i == 0 || line.Length == 0)
        {
            return line;
        }
        var cells = line.Split(',');
        (cells[0], cells[3]) = ("N" + cells[0], (double.Parse(cells[3], CultureInfo.InvariantCulture) + 20).ToString(CultureInfo.InvariantCulture));
        return string.Join(',', cells);
    }));
}
