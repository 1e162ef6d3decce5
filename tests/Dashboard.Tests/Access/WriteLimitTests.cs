using System.Net;
using System.Net.Http.Json;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class WriteLimitTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task A_key_writes_six_hundred_times_a_minute_and_then_waits_while_others_go_on()
    {
        var (busy, other) = (await site.ApiWithScopesAsync("read write"), await site.ApiWithScopesAsync("read write"));
        for (var i = 0; i < WriteLimit.WritesAMinute; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await busy.PostAsync("/api/v1/runs/999/cancellation", null)).StatusCode);
        }

        var refused = await busy.PostAsync("/api/v1/runs/999/cancellation", null);

        Assert.Contains("600 times a minute", (await refused.JsonAsync(HttpStatusCode.TooManyRequests)).Text("detail"));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/v1/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/api/v1/runs/999/cancellation", null)).StatusCode);
    }

    [Fact]
    public async Task Reading_and_placing_customers_are_not_counted()
    {
        var api = await site.ApiWithScopesAsync("read write");
        for (var i = 0; i < WriteLimit.WritesAMinute + 50; i++)
        {
            var answer = await api.PostAsJsonAsync($"/api/v1/predictions?runId={site.RunId}", new Dictionary<string, double> { ["Income (k$)"] = 10, ["Spending"] = 11 });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync("/api/v1/runs/999/cancellation", null)).StatusCode);
    }
}
