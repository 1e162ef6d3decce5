using System.Net;
using System.Threading.Channels;
using Dashboard.Access;
using Dashboard.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class LoadLimitsTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _open = new();
    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private WebApplication _site = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLoadLimits();
        _site = builder.Build();
        _site.UseRateLimiter();
        _site.MapGet("/wait", StayAsync);
        _site.MapPost("/upload", StayAsync).WithMetadata(new RequestSizeLimitAttribute(Uploads.MostBytes));
        _site.MapGet("/health/live", () => "ok").DisableRateLimiting();
        await _site.StartAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Past_512_requests_at_a_time_one_is_told_when_to_come_again_and_all_others_are_answered()
    {
        var client = _site.GetTestClient();
        var waiting = Enumerable.Range(0, 2 * LoadLimits.AtOnce).Select(_ => client.GetAsync("/wait")).ToList();
        await ArriveAsync(LoadLimits.AtOnce);
        await Task.Delay(200);

        var refused = await client.GetAsync("/wait");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        _open.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task One_person_uploads_one_file_at_a_time_and_the_next_waits()
    {
        var client = _site.GetTestClient();
        var uploads = Enumerable.Range(0, 3).Select(_ => client.PostAsync("/upload", null)).ToList();
        await ArriveAsync(LoadLimits.UploadsOfOne);

        await Task.Delay(300);
        Assert.False(_arrived.Reader.TryRead(out _));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        _open.SetResult();
        Assert.All(await Task.WhenAll(uploads), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private async Task ArriveAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private async Task<string> StayAsync()
    {
        _arrived.Writer.TryWrite(true);
        await _open.Task;
        return "done";
    }
}

public sealed class LoadLimitsOfTheSiteTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Lasting =
    [
        "/datasets/new", "/predictions/batch", "/api/v1/datasets", "/api/v1/predictions", "/news/ended", "/runs/{id:int}/progress", "/datasets/{id:int}/progress",
        "/segments/{id:int}/report.pdf", "/runs/{id:int}/assignments.csv", "/api/v1/runs/{id:int}/report.pdf", "/customer-data.zip", "/audit.csv",
    ];

    [Fact]
    public void Uploads_events_and_exports_last_as_long_as_they_need_and_everything_else_30_seconds()
    {
        var free = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).ToHashSet();

        Assert.Empty(Lasting.Except(free));
        Assert.DoesNotContain(free, route => route is "/" or "/datasets/{id:int}" or "/runs/{id:int}" or "/sign-in" or "/api/v1/runs" or "/audit");
        Assert.Equal(TimeSpan.FromSeconds(30), site.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<RequestTimeoutOptions>>().Value.DefaultPolicy?.Timeout);
    }

    [Fact]
    public void No_connection_is_held_open_for_ever()
    {
        var limits = site.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>>().Value.Limits;

        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), 1000L, 1L << 20), (limits.RequestHeadersTimeout, limits.KeepAliveTimeout, limits.MaxConcurrentConnections, limits.MaxRequestBodySize));
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((240, 100), (limits.MinResponseDataRate!.BytesPerSecond, limits.Http2.MaxStreamsPerConnection));
    }
}
