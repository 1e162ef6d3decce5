namespace Dashboard.Tests.Pages.Models;

public sealed class ClassifierTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task From_the_button_to_the_table_with_the_best_marked()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var dataset = (await api.ImportAsync(Shoppers.Many(300), ("name", "To learn"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, k = 3 })).Id();
        Assert.Contains("Nothing trained yet", (await ada.OpenAsync($"/runs/{run}/classifier")).Body!.TextContent);

        Assert.Equal($"/runs/{run}/classifier", (await ada.SubmitAsync($"/runs/{run}/classifier", "main form")).Headers.Location?.OriginalString);
        await api.WaitAsync($"/runs/{run}/classifier");

        var page = await ada.OpenAsync($"/runs/{run}/classifier");
        Assert.Equal("The nearest-centre rule best", Words(page.QuerySelector("tr:has(.pill.good) th")!.TextContent));
        Assert.Equal(["20", "20", "20"], page.QuerySelectorAll(".confusion td b").Select(cell => cell.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("meter").Length);
        Assert.Contains("Best classifier", (await ada.OpenAsync($"/models?datasetId={dataset}")).Body!.TextContent);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
