using System.Net;

namespace Dashboard.Tests.Runs;

public sealed class RunChangesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task When_the_run_in_use_is_deleted_the_newest_other_one_that_is_complete_takes_its_place()
    {
        var api = site.Api();
        var ada = await site.SignedInAsync();
        var dataset = (await api.ImportAsync(Shoppers.TwoGroups)).Id();
        var runs = new List<int>();
        foreach (var k in new[] { 2, 3, 1 })
        {
            runs.Add((await api.RunAsync(new { datasetId = dataset, k, features = Shoppers.Features })).Id());
        }
        await site.PauseAsync();
        var waiting = (await api.PostJsonAsync("/runs", new { datasetId = dataset, k = 2 })).Id();
        Assert.Equal($"/runs/{runs[0]}", await InUseAsync(ada));

        await ada.SubmitAsync($"/runs/{runs[0]}", "form[action*=Delete]");

        Assert.Equal($"/runs/{runs[2]}", await InUseAsync(ada));
        Assert.NotNull((await ada.OpenAsync($"/runs/{runs[2]}")).QuerySelector("h1 .pill"));
        Assert.Equal("queued", (await api.GetJsonAsync($"/runs/{waiting}")).Text("status"));
        await api.GetJsonAsync($"/runs/{runs[0]}", HttpStatusCode.NotFound);
    }

    private static async Task<string?> InUseAsync(Visitor visitor) => (await visitor.Client.GetAsync("/segments")).Headers.Location?.OriginalString;
}
