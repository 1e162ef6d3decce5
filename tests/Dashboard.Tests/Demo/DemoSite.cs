using Dashboard.Data;
using Dashboard.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Tests.Demo;

/// <summary>The site with its demo, in a folder of its own. Without the tour, a test takes its steps one by one.</summary>
public sealed class DemoSite(bool demo = true, bool tour = false) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-demo-").FullName;

    public string Reports => Path.Combine(_folder, "storage", "reports");

    public async Task<T> UseAsync<TPart, T>(Func<TPart, Task<T>> use) where TPart : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    public Task<IReadOnlyList<Run>> MakeRunsAsync() => UseAsync<SampleRuns, IReadOnlyList<Run>>(runs => runs.MakeAsync(CancellationToken.None));

    public Task<int> CountAsync<T>() where T : class => UseAsync<DashboardDb, int>(db => db.Set<T>().CountAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(_folder, "dashboard.db")}");
        builder.UseSetting("Storage:Folder", Path.Combine(_folder, "storage"));
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.UseSetting("Demo", demo.ToString());
        if (!tour)
        {
            builder.ConfigureTestServices(services => services.Remove(services.FirstOrDefault(s => s.ImplementationType == typeof(Tour))!));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
