using Dashboard.Demo;
using Dashboard.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Tests.Demo;

public sealed class TourTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task It_leaves_a_report_of_each_segment_on_the_disk()
    {
        using var site = new DemoSite(tour: true);
        Skip.If(site.Services.GetRequiredService<Browser>().Path is null, "There is no browser on this machine.");
        var end = DateTime.UtcNow + Patience;
        while (Names(site).Length < 10 && DateTime.UtcNow < end)
        {
            await Task.Delay(100);
        }

        string[] expected = [.. from run in new[] { 1, 2 } from segment in Enumerable.Range(1, 5) select $"run-{run}-segment-{segment}.pdf"];
        Assert.Equal(expected, Names(site));
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(Path.Combine(site.Reports, "run-1-segment-1.pdf")));
    }

    [Fact]
    public void Without_the_setting_there_is_none()
    {
        using var site = new DemoSite(demo: false, tour: true);

        Assert.Empty(site.Services.GetServices<IHostedService>().OfType<Tour>());
    }

    private static string[] Names(DemoSite site) => [.. Directory.GetFiles(site.Reports).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
