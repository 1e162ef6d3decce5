using Dashboard.Data;
using Dashboard.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Imports;

/// <summary>An import whose process died between showing the customers and writing down its end.</summary>
public sealed class VisibleImportTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_people_see_already_is_not_imported_again()
    {
        var id = (await site.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        var run = (await site.Api().RunAsync(new { datasetId = id, k = 2, features = Shoppers.Features })).Id();
        var before = await site.Api().GetStringAsync($"/api/v1/runs/{run}/assignments.csv");
        // Without its file a second import would fail.
        Directory.GetFiles(Path.Combine(site.Folder, "storage", "uploads")).ToList().ForEach(File.Delete);
        await site.UseAsync(db => db.Imports.Where(i => i.DatasetId == id).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, WorkStatus.Running).SetProperty(i => i.Owner, "gone").SetProperty(i => i.LeaseUntil, DateTime.UtcNow.AddMinutes(-1))));

        await site.UseAsync(async db => await site.Services.GetRequiredService<WorkQueue>().StartAsync(await db.Imports.SingleAsync(i => i.DatasetId == id)));

        Assert.Equal("ready", (await site.Api().WaitAsync($"/datasets/{id}")).Text("status"));
        Assert.Equal(7, (await site.Api().GetJsonAsync($"/datasets/{id}/customers")).Items().Count);
        Assert.Equal(before, await site.Api().GetStringAsync($"/api/v1/runs/{run}/assignments.csv"));
    }
}
