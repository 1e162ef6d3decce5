using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Dashboard.Tests.Access;

/// <summary>Messages that are too long, too many or too deep, sent to the site as a process of its own: the server in front of the pages turns them away.</summary>
public sealed class HostileMessagesTests : IAsyncLifetime, IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-messages-");
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(60) });
    private Started _site = null!;

    public async Task InitializeAsync()
    {
        _site = new(Path.Combine(_folder.FullName, "dashboard.db"), ("Access:BootstrapApiKey", Key), ("Access:BootstrapAdmin:Email", Site.Email), ("Access:BootstrapAdmin:Password", Site.Password));
        _client.BaseAddress = new((await _site.LineAsync("Now listening on: ")).Split("Now listening on: ")[1].Trim());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task W15_what_is_too_long_too_many_or_too_deep_is_refused_and_the_site_goes_on()
    {
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await AnswerAsync(new(HttpMethod.Get, "/sign-in?x=" + new string('a', 100_000))));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await AnswerAsync(With(r => { for (var i = 0; i < 1000; i++) r.Headers.Add($"X-{i}", "1"); })));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await AnswerAsync(With(r => r.Headers.Add("Cookie", "auth=" + new string('a', 40 << 10)))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync("/runs", $$"""{"name":"{{new string('a', 10 << 20)}}"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/runs", $$"""{"features":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/runs", """{"datasetId":1,"datasetId":2}"""));
        Assert.True((int)await PostAsync("/predictions", $"[{string.Join(',', Enumerable.Repeat("{}", 1_000_000))}]") is >= 400 and < 500);

        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(With(_ => { })));
    }

    private static HttpRequestMessage With(Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        change(request);
        return request;
    }

    private Task<HttpStatusCode> PostAsync(string path, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        // The body is not sent before the site wants it: one that is refused half-way breaks the connection before the answer is read.
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return AnswerAsync(request);
    }

    private async Task<HttpStatusCode> AnswerAsync(HttpRequestMessage request)
    {
        using (request)
        {
            return (await _client.SendAsync(request)).StatusCode;
        }
    }
}
