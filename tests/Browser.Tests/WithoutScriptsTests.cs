using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class WithoutScriptsTests(PeopledSite site, ITestOutputHelper output) : SignedInTest<PeopledSite>(site, output)
{
    [SkippableFact]
    public async Task The_main_path_goes_without_a_script()
    {
        var page = await WindowAsync(new() { JavaScriptEnabled = false });
        var sample = Sample.Found;
        await page.ImportAsync(sample.Path);
        await page.Link("New segmentation").ClickAsync();
        await page.ChooseAsync(sample.Income, sample.Spending);
        await page.GetByLabel("Number of segments").FillAsync("5");
        await page.Button("Find segments").ClickAsync();
        await page.SeeAsync("Who is where");
        Assert.Equal(5, await page.Locator("article.segment").CountAsync());

        await page.Locator("article.segment h3 a").First.ClickAsync();
        await page.Link("Printable page of the report").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Recommended action" }).WaitForAsync();
        Assert.Equal("rgb(255, 255, 255)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
    }
}
