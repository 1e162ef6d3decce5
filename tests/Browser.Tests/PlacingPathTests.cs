using System.Text;
using Dashboard.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>New customers: one by the form, several by a file, and another model put to use for them.</summary>
public sealed class PlacingPathTests(PeopledSite site, ITestOutputHelper output) : SignedInTest<PeopledSite>(site, output), IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-placed-").FullName;

    [SkippableFact]
    public async Task New_customers_are_placed_by_form_and_file_and_by_the_model_that_was_chosen()
    {
        var customers = (await Site.Api.ImportAsync(Shoppers.Many(90), ("name", "Many"))).Id();
        var two = await Site.Api.RunAsync(new { datasetId = customers, name = "Two groups", k = 2, features = Shoppers.Features });
        await Site.Api.RunAsync(new { datasetId = customers, name = "Three groups", k = 3, features = Shoppers.Features });
        var page = await WindowAsync();

        await PlaceOneAsync(page, two.Items("segments").Select(s => s.Text("name")!).ToList());
        await PlaceAFileAsync(page);
        await UseTheOtherModelAsync(page);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task PlaceOneAsync(IPage page, IReadOnlyList<string> segments)
    {
        await page.GotoAsync("/predictions");
        await page.GetByLabel("Income (k$)").FillAsync("twenty");
        await page.GetByLabel("Spending", new() { Exact = true }).FillAsync("82");
        await page.Button("Place").ClickAsync();
        Assert.Equal("twenty", await page.Locator("[aria-invalid=true]").InputValueAsync());

        await page.GetByLabel("Income (k$)").FillAsync("25");
        await page.Button("Place").ClickAsync();
        await page.SeeAsync("this customer");
        Assert.Contains(await page.Locator("[aria-live] h2 a").First.InnerTextAsync(), segments);
    }

    private async Task PlaceAFileAsync(IPage page)
    {
        await page.GotoAsync("/predictions/batch");
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "new.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Name,Yearly income,Spending\nAnn,25,82\nBob,none,82\nCid,81,85\n") });
        await page.Button("Upload and place").ClickAsync();
        await page.SeeAsync("Suggested, since the names are alike");
        await page.Button("Place the customers").ClickAsync();
        await page.Link("Download with segments (CSV)").WaitForAsync();
        var lines = await File.ReadAllLinesAsync(await page.DownloadAsync("Download with segments (CSV)", _folder));

        Assert.Equal("Name,Yearly income,Spending,Segment,Certainty,No segment because", lines[0]);
        Assert.Equal(["Ann", "Bob", "Cid"], lines[1..].Select(line => line.Split(',')[0]));
        Assert.Contains("Income (k$) is missing", lines[2]);
    }

    private static async Task UseTheOtherModelAsync(IPage page)
    {
        await page.GotoAsync("/models");
        await page.SeeAsync("Two groups");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it: Three groups" }).ClickAsync();
        await page.Locator("tr.chosen", new() { HasText = "Three groups" }).WaitForAsync();
        await page.GotoAsync("/predictions");
        Assert.Equal("Three groups (Many)", await page.GetByLabel("Segments of").EvaluateAsync<string>("list => list.selectedOptions[0].text"));
    }
}
