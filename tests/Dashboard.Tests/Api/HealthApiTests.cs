using System.Text.Json;

namespace Dashboard.Tests.Api;

public sealed class HealthApiTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_live_site_says_ok_and_no_more()
    {
        var health = await AskAsync("/health/live");

        Assert.Equal("ok", health.Text("status"));
        Assert.Equal("status", Assert.Single(health.EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_ready_site_names_its_library()
    {
        var health = await AskAsync("/health/ready");

        Assert.Equal("ok", health.Text("status"));
        Assert.Matches(@"^3\.\d+\.\d+$", health.Text("sqlite"));
    }

    private async Task<JsonElement> AskAsync(string path) => await (await site.Visitor().Client.GetAsync(path)).JsonAsync();
}
