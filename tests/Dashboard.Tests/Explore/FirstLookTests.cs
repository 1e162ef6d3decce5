using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Explore;

public sealed class FirstLookTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_newest_customers_are_looked_at_before_anybody_asks()
    {
        var newest = (await site.Api().ImportAsync(Shoppers.Many(30), ("name", "Newest"))).Id();
        await using var scope = site.Services.CreateAsyncScope();
        var import = (await scope.ServiceProvider.GetRequiredService<DashboardDb>().Imports.VisibleAsync(newest))!;
        var cache = site.Services.GetRequiredService<IMemoryCache>();
        Assert.False(IsLookedAt());

        using var look = new FirstLook(site.Services.GetRequiredService<IServiceScopeFactory>(), site.Services.GetRequiredService<IHostApplicationLifetime>(), NullLogger<FirstLook>.Instance);
        await look.StartAsync(default);
        await look.ExecuteTask!;

        Assert.True(IsLookedAt());

        bool IsLookedAt() => cache.TryGetValue((typeof(DataQuality), import.Id, import.Dataset.Version), out _);
    }
}
