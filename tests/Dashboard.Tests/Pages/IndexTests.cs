using System.Net;

namespace Dashboard.Tests.Pages;

public sealed class IndexTests : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_overview_welcomes_until_there_are_customers()
    {
        var ada = await _site.SignedInAsync();
        async Task<bool> WelcomesAsync() => (await ada.OpenAsync("/")).Body!.TextContent.Contains("Welcome. It takes three steps.");
        var failed = await _site.Api().ImportAsync("id,age\na1,x\n", ("columns", """[{"source":"age","role":"number"}]"""));

        Assert.Equal(("failed", true), (failed.Text("status"), await WelcomesAsync()));
        var id = (await _site.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        Assert.False(await WelcomesAsync());
        await _site.Api().PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);
        Assert.True(await WelcomesAsync());
    }

    [Fact]
    public async Task The_overview_tells_how_segments_grew_since_the_run_before_and_what_asks_for_attention()
    {
        var (api, ada) = (_site.Api(), await _site.SignedInAsync());
        var id = (await api.ImportAsync(Shoppers.TwoGroups)).Id();
        await api.RunAsync(new { datasetId = id, k = 2, features = Shoppers.Features });
        Assert.Contains("no earlier segmentation", (await ada.OpenAsync("/")).Body!.TextContent);

        await api.ImportAsync(System.Text.Encoding.UTF8.GetBytes("Customer ID,Gender,Income (k$),Spending\nB4,Male,93,93\nA1,Female,10,12\n"), fields: [("datasetId", $"{id}"), ("options", """{"onMatch":"overwrite","onNew":"create"}""")]);
        Assert.Contains("Segment them again", (await ada.OpenAsync("/")).Body!.TextContent);
        var second = (await api.RunAsync(new { datasetId = id, k = 2, features = Shoppers.Features })).Id();
        Assert.NotNull((await ada.OpenAsync("/")).QuerySelector($"ol a[href='/runs/{second}']"));
        await api.PostJsonAsync($"/runs/{second}/activation", null, HttpStatusCode.OK);

        var page = await ada.OpenAsync("/");
        Assert.Equal(["▲ 1", "same"], page.QuerySelectorAll(".changes tbody tr").Select(tr => tr.QuerySelectorAll("td")[2].TextContent));
        Assert.Contains("1 new, 1 changed", page.Body!.TextContent);
        Assert.Equal(["High", "Low"], page.QuerySelectorAll(".segments h3 a").Select(name => name.TextContent.Split(' ')[0]));
        Assert.Contains("▲ 1", page.QuerySelector(".segments article")!.TextContent);
        Assert.Equal("Spending of all, in 2 segments", page.QuerySelectorAll(".kpi span")[1].TextContent);
    }
}
