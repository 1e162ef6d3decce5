using System.Net;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Privacy;

/// <summary>An erasure outlives the database that carried it out.</summary>
public sealed class ReplayErasuresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-replay-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whoever_was_erased_is_gone_again_when_an_older_backup_is_put_back()
    {
        await ImportAsync("id,a\nFinn,1\nGus,2\nHal,3\n");
        File.Copy(Database, Database + ".backup");
        await EraseAsync("fInN");
        File.Copy(Database + ".backup", Database, overwrite: true);

        using var site = Site.With(_folder);

        await site.Api().GetJsonAsync("/customers/Finn", HttpStatusCode.NotFound);
        Assert.Equal(2, (await site.Api().GetJsonAsync("/datasets/1/customers")).Items().Count);
    }

    [Fact]
    public async Task What_was_erased_once_may_come_again_and_stays()
    {
        await ImportAsync("id,a\nFinn,1\nGus,2\n");
        await EraseAsync("Finn");
        using (var site = Site.With(_folder))
        {
            await site.Api().ImportAsync("id,a\nFinn,5\n", ("datasetId", "1"));
        }

        using var again = Site.With(_folder);

        await again.Api().GetJsonAsync("/customers/Finn");
    }

    [Fact]
    public async Task A_line_that_the_machine_died_over_means_nobody()
    {
        await ImportAsync("id,a\nFinn,1\nGus,2\n");
        await EraseAsync("Finn");
        await File.AppendAllTextAsync(Path.Combine(_folder, "storage", "erasures.journal"), "0123");

        using var site = Site.With(_folder);

        await site.Api().GetJsonAsync("/customers/Gus");
    }

    [Fact]
    public async Task Without_the_key_that_tells_who_was_erased_the_site_does_not_start()
    {
        using var site = Site.With(_folder);
        await site.ApiWithScopesAsync("read");
        await File.WriteAllTextAsync(Path.Combine(_folder, "storage", "erasures.journal"), $"{Guid.NewGuid():N} 2026-01-01T00:00:00.0000000Z {new string('0', 64)}\n");

        var refused = await Assert.ThrowsAsync<StartRefused>(() => ActivatorUtilities.CreateInstance<ReplayErasures>(site.Services).StartingAsync(default));

        Assert.Contains("pseudonyms.secret", refused.Message);
    }

    /// <summary>A site that is stopped leaves all it knows in the one file.</summary>
    private async Task ImportAsync(string csv)
    {
        using var site = Site.With(_folder);
        await site.Api().ImportAsync(csv);
        site.Services.GetRequiredService<CustomerStore>().Forget();
    }

    private async Task EraseAsync(string key)
    {
        using var site = Site.With(_folder);
        await (await site.Api().DeleteAsync($"/api/v1/customers/{key}?datasetId=1")).JsonAsync();
        site.Services.GetRequiredService<CustomerStore>().Forget();
    }
}
