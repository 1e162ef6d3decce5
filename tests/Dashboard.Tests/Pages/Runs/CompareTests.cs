using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Tests.Pages.Runs;

public sealed class CompareTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Two_runs_stand_side_by_side()
    {
        var finer = (await api.RunAsync(new { datasetId = site.DatasetId, k = 3, features = Shoppers.Features })).Id();
        var ada = await site.SignedInAsync();

        var page = await ada.OpenAsync($"/runs/compare?a={site.RunId}&b={finer}");

        var kpis = page.QuerySelectorAll(".kpi b").Select(b => b.TextContent).ToList();
        Assert.Equal(("6", "2 → 3"), (kpis[0], kpis[2]));
        Assert.Equal(1, page.QuerySelectorAll(".fates .pill").Count(pill => pill.TextContent == "survived"));
        Assert.Equal(1, page.QuerySelectorAll(".fates .pill").Count(pill => pill.TextContent == "split"));
        Assert.Contains("67 % to", page.QuerySelector(".fates")!.TextContent);
        Assert.Equal(["3", "3"], page.QuerySelectorAll("main table:has(th.wide) tbody tr").Select(row => row.LastElementChild!.TextContent));
        Assert.Contains("K-Means with 3 segments", page.QuerySelector("main")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("figure").Length);
    }

    [Fact]
    public async Task Until_two_are_chosen_there_are_those_of_one_data_set_to_choose_from()
    {
        var other = (await api.ImportAsync(Shoppers.Many(12), ("name", "Elsewhere"))).Id();
        var elsewhere = (await api.RunAsync(new { datasetId = other, k = 2 })).Id();
        var second = (await api.RunAsync(new { datasetId = site.DatasetId, k = 4, features = Shoppers.Features })).Id();
        var ada = await site.SignedInAsync();

        var all = await ada.OpenAsync("/runs/compare");
        var mine = await ada.OpenAsync($"/runs/compare?b={second}");

        Assert.Contains($"{elsewhere}", all.QuerySelectorAll<IHtmlOptionElement>("#a option").Select(o => o.Value));
        Assert.DoesNotContain($"{elsewhere}", mine.QuerySelectorAll<IHtmlOptionElement>("#a option").Select(o => o.Value));
        Assert.Equal($"{second}", mine.QuerySelector<IHtmlSelectElement>("#b")!.Value);
        Assert.Contains("cannot be compared", (await ada.OpenAsync($"/runs/compare?a={elsewhere}&b={second}")).QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("cannot be compared", (await ada.OpenAsync($"/runs/compare?a=999&b={second}")).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Where_no_two_runs_are_it_leads_to_the_next_one()
    {
        using var own = new Site();

        var page = await (await own.SignedInAsync()).OpenAsync("/runs/compare");

        Assert.Equal("/runs/new", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_run_without_any_segment_is_compared_too()
    {
        var lonely = (await api.RunAsync(new { datasetId = site.DatasetId, algorithm = "dbscan", epsilon = 0.0001, minPoints = 5, features = Shoppers.Features })).Id();

        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/compare?a={site.RunId}&b={lonely}");

        Assert.Equal(2, page.QuerySelectorAll(".fates .pill").Count(pill => pill.TextContent == "vanished"));
        Assert.DoesNotContain("NaN", page.Body!.TextContent);
    }
}
