using System.Net;

namespace Dashboard.Tests.Data;

public sealed class CancellationTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task An_import_that_waits_is_cancelled_at_once()
    {
        await site.PauseAsync();
        var id = (await (await api.SendFileAsync(Shoppers.Many(10))).JsonAsync(HttpStatusCode.Accepted)).Id();

        await CancelAsync($"/datasets/{id}");
    }

    [Fact]
    public async Task A_run_that_waits_is_cancelled_at_once()
    {
        await site.PauseAsync();
        var id = (await api.PostJsonAsync("/runs", new { datasetId = site.DatasetId, k = 2 })).Id();

        await CancelAsync($"/runs/{id}");
    }

    private async Task CancelAsync(string path)
    {
        Assert.Equal("queued", (await api.GetJsonAsync(path)).Text("status"));
        Assert.Equal("cancelled", (await api.PostJsonAsync(path + "/cancellation")).Text("status"));
        Assert.Equal("cancelled", (await api.GetJsonAsync(path)).Text("status"));
        await api.PostJsonAsync(path + "/cancellation", null, HttpStatusCode.Conflict);
    }
}
