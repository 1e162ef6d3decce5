using Charts;
using Dashboard.Data;
using Dashboard.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Explore;

/// <summary>
/// Once the site answers: looks at the newest customers as the page Explore does. That page is then ready when it is asked for, and
/// the code behind it is compiled for all others; a fresh process spends half of its first look on that.
/// </summary>
public sealed class FirstLook(IServiceScopeFactory scopes, IHostApplicationLifetime site, ILogger<FirstLook> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = new TaskCompletionSource();
            await using var _ = site.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await LookAsync(stoppingToken);
        }
        catch (Exception fault)
        {
            logger.LogDebug(fault, "Nothing was looked at in advance; the first who asks waits a little longer.");
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DashboardDb>();
        var newest = await db.Datasets.Where(d => d.Customers > 0).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(cancellation);
        if (await db.Imports.VisibleAsync(newest) is { } import)
        {
            var charts = scope.ServiceProvider.GetRequiredService<ExploreCharts>();
            var wish = ExploreWish.Read(QueryCollection.Empty, import.Dataset);
            foreach (var name in ExploreCharts.Names)
            {
                cancellation.ThrowIfCancellationRequested();
                _ = charts.Draw(name, import, wish) is { } chart ? Svg.Write(chart.Draw(640, 400)) : "";
            }
        }
    }
}
