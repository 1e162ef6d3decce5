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
}
