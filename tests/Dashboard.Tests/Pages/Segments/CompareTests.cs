using System.Net;

namespace Dashboard.Tests.Pages.Segments;

public sealed class CompareTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private string Both => $"/segments/compare?s={site.SegmentIds[0]}&s={site.SegmentIds[1]}";

    [Fact]
    public async Task What_differs_most_comes_first_and_the_address_holds_the_choice()
    {
        var page = await (await site.SignedInAsync()).OpenAsync(Both);

        Assert.Equal(2, page.QuerySelectorAll("input[checked]").Length);
        var lines = page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Skip(1).ToList();
        Assert.Equal(["Income", "Spending"], lines.Select(l => l.QuerySelector("th")!.TextContent).Order());
        Assert.All(lines, line => Assert.Equal("large", line.QuerySelector("td:last-child")!.TextContent));
        Assert.All(lines, line => Assert.Equal(2, line.QuerySelectorAll("td.up, td.down").Length));
        var file = page.QuerySelector(".files a[href*='.svg']")!.GetAttribute("href")!;
        Assert.EndsWith("?segments=0&segments=1", file);
        Assert.Contains(">The segments side by side</title>", await site.Api().GetStringAsync("/api/v1" + file));
    }

    /// <summary>Two women and a man, a man and two women: which is told of neither.</summary>
    [Fact]
    public async Task Few_people_are_not_told_of() =>
        Assert.DoesNotContain("Gender", (await (await site.SignedInAsync()).OpenAsync(Both)).QuerySelectorAll("table")[^1].TextContent);

    [Fact]
    public async Task Without_a_choice_the_segments_in_use_are_offered_and_a_wrong_one_is_not_found()
    {
        var ada = await site.SignedInAsync();

        Assert.Equal(2, (await ada.OpenAsync("/segments/compare")).QuerySelectorAll("input[type=checkbox]").Length);
        Assert.Contains("Tick at least one more", (await ada.OpenAsync($"/segments/compare?s={site.SegmentIds[0]}")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync("/segments/compare?s=987654")).StatusCode);
    }

    [Fact]
    public async Task A_segment_leads_to_its_comparison() =>
        Assert.NotNull((await (await site.SignedInAsync()).OpenAsync($"/segments/{site.SegmentIds[0]}")).QuerySelector($".actions a[href='{Both}']"));
}
