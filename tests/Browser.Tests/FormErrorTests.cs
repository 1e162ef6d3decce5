using System.Text;
using Dashboard.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class FormErrorTests(FormErrorTests.ShopSite site, ITestOutputHelper output) : SignedInTest<FormErrorTests.ShopSite>(site, output)
{
    [SkippableTheory]
    [InlineData("workbook.csv", "PK\u0003\u0004[Content_Types].xml", "Excel")]
    [InlineData("nothing.csv", "", "empty")]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason_and_the_name_stays(string fileName, string content, string word)
    {
        var page = await WindowAsync();
        await page.GotoAsync("/datasets/new");
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "text/csv", Buffer = Encoding.Latin1.GetBytes(content) });
        await page.GetByLabel("Name").FillAsync("Spring customers");
        await page.Button(PageSteps.Upload).ClickAsync();
        Assert.Contains(word, await FocusedSummaryAsync(page), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Spring customers", await page.GetByLabel("Name").InputValueAsync());
    }

    [SkippableFact]
    public async Task Without_features_nothing_is_started_and_nothing_typed_is_lost()
    {
        var page = await SegmentationAsync();
        await page.ChooseAsync();
        await page.GetByLabel("Number of segments").FillAsync("7");
        await page.Button("Find segments").ClickAsync();
        Assert.Contains("Choose at least one number to compare customers by.", await FocusedSummaryAsync(page));
        Assert.Equal("7", await page.GetByLabel("Number of segments").InputValueAsync());
        Assert.Equal(0, await page.Locator("input[type=checkbox]:checked").CountAsync());
    }

    [SkippableTheory]
    [InlineData("0", "The number of segments must be from 1 to 50, or auto.")]
    [InlineData("many", "The number of segments is “many”: give a number, or auto.")]
    [InlineData("2.5", "The number of segments is a whole number, or auto.")]
    public async Task A_number_of_segments_that_cannot_be_is_said_and_stays_as_typed(string typed, string message)
    {
        var page = await SegmentationAsync();
        await page.ChooseAsync("Spending");
        await page.GetByLabel("Number of segments").FillAsync(typed);
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("Seed").FillAsync("7");
        await page.GetByLabel("Name of the run").FillAsync("Spring");
        await page.Button("Find segments").ClickAsync();
        Assert.Contains(message, await FocusedSummaryAsync(page));
        await page.Link(message).ClickAsync();
        Assert.True(await page.GetByLabel("Number of segments").EvaluateAsync<bool>("e => e === document.activeElement"));
        Assert.Equal(typed, await page.GetByLabel("Number of segments").InputValueAsync());
        Assert.Equal("7", await page.Locator("#seed").InputValueAsync());
        Assert.Equal("Spring", await page.Locator("#name").InputValueAsync());
        Assert.Equal(["Spending"], await page.Locator("input[type=checkbox]:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(b => b.value)"));
    }

    [SkippableFact]
    public async Task A_wrong_password_is_said_and_the_address_stays()
    {
        var page = await WindowAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync("grace@example.com");
        await page.GetByLabel("Password").FillAsync("not the password at all");
        await page.Button("Sign in").ClickAsync();
        await page.SeeAsync("E-mail or password is wrong");
        Assert.Equal("grace@example.com", await page.GetByLabel("E-mail").InputValueAsync());
    }

    private async Task<IPage> SegmentationAsync()
    {
        var page = await WindowAsync();
        await page.GotoAsync("/runs/new");
        return page;
    }

    private static async Task<string> FocusedSummaryAsync(IPage page)
    {
        var summary = page.Locator(".summary[role=alert]:focus");
        await summary.WaitForAsync();
        return await summary.InnerTextAsync();
    }

    public sealed class ShopSite : PeopledSite
    {
        protected override Task FillAsync() => Api.ImportAsync(Shoppers.TwoGroups);
    }
}
