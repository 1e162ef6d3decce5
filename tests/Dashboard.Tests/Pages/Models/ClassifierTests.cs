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
        Assert.Equal([["20", "0", "0"], ["0", "20", "0"], ["0", "0", "20"]], page.QuerySelectorAll("figure tbody tr").Select(row => row.QuerySelectorAll("td").Skip(2).Select(cell => cell.TextContent)));
        Assert.Contains("Nobody was taken for another: all 60 customers were found.", page.Body!.TextContent);
        var picture = await ada.Client.GetAsync(page.QuerySelector(".files a")!.GetAttribute("href")!);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await picture.Content.ReadAsStringAsync(), await api.GetStringAsync($"/api/v1/runs/{run}/classifier/charts/confusion.svg"));
        Assert.Equal(2, page.QuerySelectorAll("[aria-label=Features] meter").Length);
        Assert.Equal(60, page.QuerySelectorAll("[aria-label='Said and right'] td:nth-child(2)").Sum(cell => int.Parse(cell.TextContent)));
        Assert.Contains("Best classifier", (await ada.OpenAsync($"/models?datasetId={dataset}")).Body!.TextContent);
    }

    [Fact]
    public async Task A_classifier_can_place_new_customers_where_dbscan_leaves_them_without_a_segment()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var dataset = (await api.ImportAsync(Shoppers.Many(300), ("name", "Dense"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, algorithm = "dbscan", epsilon = 0.3 })).Id();
        var lonely = new Dictionary<string, double> { ["Income (k$)"] = 55, ["Spending"] = 50 };
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await api.PostJsonAsync($"/predictions?runId={run}", lonely, System.Net.HttpStatusCode.OK)).GetProperty("segment").ValueKind);
        await ada.SubmitAsync($"/runs/{run}/classifier", "main form");
        await api.WaitAsync($"/runs/{run}/classifier");

        await ada.SubmitAsync($"/runs/{run}/classifier", "form:has([name=wanted])");

        var placed = await api.PostJsonAsync($"/predictions?runId={run}", lonely, System.Net.HttpStatusCode.OK);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, placed.GetProperty("segment").ValueKind);
        Assert.True(placed.GetProperty("outOfRange").GetBoolean());
        Assert.Contains("trained classifier", (await api.GetJsonAsync($"/runs/{run}/model.json", System.Net.HttpStatusCode.Conflict)).Text("detail"));
        Assert.Contains("a trained classifier instead", (await ada.OpenAsync($"/models?runId={run}")).Body!.TextContent);
        await ada.SubmitAsync($"/runs/{run}/classifier", "form:has([name=wanted])");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await api.PostJsonAsync($"/predictions?runId={run}", lonely, System.Net.HttpStatusCode.OK)).GetProperty("segment").ValueKind);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
