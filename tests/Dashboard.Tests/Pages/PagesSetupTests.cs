using System.Net;
using System.Text;

namespace Dashboard.Tests.Pages;

/// <summary>Limits that only the real server holds, seen from outside of its process.</summary>
public sealed class PagesSetupTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-limits-").FullName;
    private readonly HttpClient _api = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Started _site = null!;

    public async Task InitializeAsync()
    {
        _site = new Started(Path.Combine(_folder, "dashboard.db"), ("Access:BootstrapApiKey", Site.Key), ("Imports:MaxBytes", "3000000"));
        _api.BaseAddress = new Uri((await _site.LineAsync("Now listening on: ")).Split("on: ")[1]);
        _api.DefaultRequestHeaders.Authorization = new("Bearer", Site.Key);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _site.Dispose();
        _api.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Too_much_is_refused_with_the_reason_and_the_site_goes_on()
    {
        var body = await _api.PostAsync("/api/v1/runs", new StringContent($$"""{"name":"{{new string('x', 2 << 20)}}"}""", Encoding.UTF8, "application/json"));
        var upload = await _api.SendFileAsync(new string('x', 3_000_001));
        var address = await _api.GetAsync("/api/v1/datasets?take=" + new string('1', 100_000));
        var header = new HttpRequestMessage(HttpMethod.Get, "/api/v1/datasets") { Headers = { { "X-Long", new string('x', 100_000) } } };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, body.StatusCode);
        Assert.Contains("larger than", (await upload.JsonAsync(HttpStatusCode.RequestEntityTooLarge)).Text("detail"));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, address.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await _api.SendAsync(header)).StatusCode);
        Assert.Equal("ok", (await (await _api.GetAsync("/health/ready")).JsonAsync()).Text("status"));
    }

    [Fact]
    public async Task A_long_download_comes_whole_from_the_real_server_which_does_not_say_who_it_is()
    {
        var dataset = (await _api.ImportAsync(Shoppers.Many(2000))).Id();
        var run = await _api.RunAsync(new { datasetId = dataset, k = 3, features = Shoppers.Features, starts = 1 });

        var answer = await _api.GetAsync($"/api/v1/runs/{run.Id()}/assignments.csv");

        Assert.Equal(2001, (await answer.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n").Length);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
