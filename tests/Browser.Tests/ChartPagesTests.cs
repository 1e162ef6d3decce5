using Dashboard.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class ChartPagesTests(ChartPagesSite site, ITestOutputHelper output) : SignedInTest<ChartPagesSite>(site, output)
{
    private const int A4 = 703;

    [SkippableFact]
    public async Task A_mark_says_what_it_stands_for_to_the_mouse_and_to_the_arrow_keys()
    {
        var page = await WindowAsync();
        await page.GotoAsync($"/runs/{Site.Run}");
        var tip = page.Locator(".tip");
        var chart = page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Size of the segments") });
        await chart.Locator(".s0 > rect").HoverAsync();
        Assert.Matches(@"^.+ · [\d,]+ · [\d.]+ %$", await tip.InnerTextAsync());
        Assert.All(await page.Locator("figure .chart g title").AllTextContentsAsync(), Assert.Empty);
        Assert.NotEmpty(await page.Locator("figure .chart > title").First.TextContentAsync() ?? "");
        await page.Mouse.MoveAsync(0, 0);
        Assert.True(await tip.IsHiddenAsync());

        await chart.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var first = await tip.InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual(first, await tip.InnerTextAsync());
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(first, await tip.InnerTextAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await tip.IsHiddenAsync());
    }

    [SkippableFact]
    public async Task A_mark_says_what_it_stands_for_without_scripts_as_the_browser_shows_titles()
    {
        var page = await WindowAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"/runs/{Site.Run}");
        Assert.Matches(@"^.+ · .+ [\d.,]+ · .+ [\d.,]+$", await page.Locator(".for-wide .chart .mark title").First.TextContentAsync() ?? "");
    }

    [SkippableFact]
    public async Task A_page_prints_light_without_what_is_for_the_screen_and_nothing_is_cut_off()
    {
        var page = await WindowAsync(new() { ViewportSize = new() { Width = A4, Height = 1000 }, ColorScheme = ColorScheme.Dark });
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        foreach (var path in Site.Paths)
        {
            await page.GotoAsync(path);
            Assert.Equal("rgb(255, 255, 255)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
            Assert.Equal("rgb(27, 34, 48)", await page.Locator("h1").EvaluateAsync<string>("e => getComputedStyle(e).color"));
            Assert.True(await page.Locator(".chart:visible").CountAsync() > 0, path);
            Assert.Equal(0, await page.Locator(".side:visible, form:visible, .files:visible, .actions:visible, summary:visible").CountAsync());
            Assert.True(A4 >= await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), $"{path} is wider than the sheet");
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main :not(.visually-hidden)')].filter(e => e.offsetWidth && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 80))"));
        }
    }

    [SkippableFact]
    public async Task A_table_that_was_opened_is_printed()
    {
        var page = await WindowAsync();
        await page.GotoAsync($"/runs/{Site.Run}");
        await page.Locator("figure > details > summary").First.ClickAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(1, await page.Locator("figure > details table:visible").CountAsync());
    }
}
