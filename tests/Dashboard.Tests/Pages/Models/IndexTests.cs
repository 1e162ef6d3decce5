namespace Dashboard.Tests.Pages.Models;

public sealed class IndexTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_page_says_what_is_in_use_what_it_cannot_do_and_how_to_call_it()
    {
        var page = await (await site.SignedInAsync()).OpenAsync("/models");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Shoppers, version 1: 6 customers, 1 left out for lack of a value", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("Income (k$) from 10 to 92", text);
        Assert.Equal(["curl", "Python", "C#"], page.QuerySelectorAll("h3").Select(h => h.TextContent).TakeLast(3));
        Assert.Contains("{\"Income (k$)\":51,\"Spending\":50}", text);
        Assert.NotNull(page.QuerySelector($"a[href='/runs/{site.RunId}/model.sql']"));
        Assert.NotNull(page.QuerySelector($"a[href='/runs/{site.RunId}/classifier']"));
        Assert.Equal(["How the segments differ", "Income and Spending"], page.QuerySelectorAll("figure .for-wide svg > title").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Before_the_first_run_it_says_the_next_click()
    {
        using var empty = new Site();

        var page = await (await empty.SignedInAsync()).OpenAsync("/models");

        Assert.Equal("/runs/new", page.QuerySelector(".empty a")?.GetAttribute("href"));
    }
}
