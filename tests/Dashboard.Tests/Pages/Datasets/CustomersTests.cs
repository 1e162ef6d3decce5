using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Tests.Pages.Datasets;

public sealed class CustomersTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Theory]
    [InlineData("", "A1 A2 A3 B1 B2 B3 C1")]
    [InlineData("?sort=key&order=desc", "C1 B3 B2 B1 A3 A2 A1")]
    [InlineData("?sort=c1", "A1 A3 B2 B3 A2 B1 C1")]
    [InlineData("?sort=c2", "A1 A2 A3 B1 B2 B3 C1")]
    [InlineData("?sort=c2&order=desc", "B3 B2 B1 A3 A2 A1 C1")]
    [InlineData("?sort=c3", "A2 A1 A3 C1 B2 B1 B3")]
    [InlineData("?sort=nothing&order=desc", "A1 A2 A3 B1 B2 B3 C1")]
    [InlineData("?c2.from=11&c2.to=91", "A2 A3 B1 B2")]
    [InlineData("?c2.missing=1", "C1")]
    [InlineData("?c1.is=Male&sort=c3&order=desc", "B1 C1 A2")]
    [InlineData("?search=b", "B1 B2 B3")]
    [InlineData("?search=female&c3.to=50", "A1 A3")]
    [InlineData("?segment=999999", "A1 A2 A3 B1 B2 B3 C1")]
    public async Task The_address_says_who_is_listed_and_in_which_order(string query, string keys) => Assert.Equal(keys, await KeysAsync(query));

    [Fact]
    public async Task A_segment_lists_its_members_and_conditions_can_be_taken_away_one_by_one()
    {
        var page = await OpenAsync($"?segment={site.SegmentIds[1]}&c1.is=Female");

        Assert.Equal("B2 B3", Keys(page));
        Assert.Equal("2 of 7 customers", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal([$"/datasets/{site.DatasetId}/customers?c1.is=Female", $"/datasets/{site.DatasetId}/customers?segment={site.SegmentIds[1]}"],
            page.QuerySelectorAll(".conditions a").Select(a => a.GetAttribute("href")));
        Assert.Equal($"{site.SegmentIds[1]}", page.QuerySelector<IHtmlSelectElement>("#segment")!.Value);
    }

    [Fact]
    public async Task Headings_sort_and_say_so()
    {
        var page = await OpenAsync("?sort=c3");

        Assert.Equal("ascending", Assert.Single(page.QuerySelectorAll("th[aria-sort]")).GetAttribute("aria-sort"));
        Assert.Equal($"/datasets/{site.DatasetId}/customers?sort=c3&order=desc", page.QuerySelector("th[aria-sort] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        var id = (await site.Api().ImportAsync(Shoppers.Many(120), ("name", "Many"))).Id();
        var ada = await site.SignedInAsync();
        var (seen, next) = (new List<string>(), $"/datasets/{id}/customers?sort=c2");
        while (next is not null)
        {
            var page = await ada.OpenAsync(next);
            seen.AddRange(Keys(page).Split(' '));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
        Assert.Equal(Keys(await ada.OpenAsync($"/datasets/{id}/customers?sort=c2&page=3")), Keys(await ada.OpenAsync($"/datasets/{id}/customers?sort=c2&page=77")));
    }

    [Fact]
    public async Task Nobody_found_is_said_with_a_way_back()
    {
        var page = await OpenAsync("?search=nobody");

        Assert.Contains("No customer is like that.", page.QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync()).Client.GetAsync("/datasets/999999/customers")).StatusCode);
    }

    private async Task<string> KeysAsync(string query) => Keys(await OpenAsync(query));

    private async Task<IHtmlDocument> OpenAsync(string query) => await (await site.SignedInAsync()).OpenAsync($"/datasets/{site.DatasetId}/customers{query}");

    private static string Keys(IHtmlDocument page) => string.Join(' ', page.QuerySelectorAll("tbody th").Select(key => key.TextContent.Trim()));
}
