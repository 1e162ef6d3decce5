using System.Net;

namespace Dashboard.Tests.Pages;

public sealed class PredictionsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private string Path => $"/predictions?runId={site.RunId}";

    [Fact]
    public async Task A_customer_is_placed_with_reasons_and_pictures()
    {
        var ada = await site.SignedInAsync();
        var page = await ada.OpenAsync(Path + "&values=12&values=11,5");

        var result = page.QuerySelector("[aria-live]")!;
        Assert.Contains("Low income", result.QuerySelector("h2")!.TextContent);
        Assert.Contains("next would be", result.TextContent);
        Assert.Contains("Would move to", result.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("figure").Length);
        Assert.All(page.QuerySelectorAll(".for-wide svg"), svg => Assert.Contains("this customer", svg.TextContent));
        foreach (var file in page.QuerySelectorAll(".files a[href*='.svg']"))
        {
            Assert.Contains("this customer", await ada.Client.GetStringAsync(file.GetAttribute("href")));
        }
        Assert.Equal(3, page.QuerySelectorAll(".files").Length);
        Assert.Equal("11,5", page.QuerySelector("#value-1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_missing_or_no_number_is_said_by_field()
    {
        var page = await (await site.SignedInAsync()).OpenAsync(Path + "&values=many&values=");

        Assert.Equal(["“many” is not a number.", "Give a number for Spending."], page.QuerySelectorAll("[role=alert] li").Select(li => li.TextContent));
        Assert.Null(page.QuerySelector("[aria-live]"));
    }

    [Fact]
    public async Task Without_segments_the_page_leads_to_finding_some()
    {
        using var empty = new Site();

        Assert.Equal("/runs/new", (await (await empty.SignedInAsync()).OpenAsync("/predictions")).QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await empty.SignedInAsync()).Client.GetAsync("/predictions?runId=9")).StatusCode);
    }
}
