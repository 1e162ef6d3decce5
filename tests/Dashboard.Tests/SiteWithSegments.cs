using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests;

/// <summary>A site with the two groups of shoppers imported and segmented: data set 1, run 1.</summary>
public sealed class SiteWithSegments : Site, IAsyncLifetime
{
    public int DatasetId { get; private set; }
    public int RunId { get; private set; }
    public IReadOnlyList<int> SegmentIds { get; private set; } = [];

    public async Task InitializeAsync()
    {
        DatasetId = (await Api().ImportAsync(Shoppers.TwoGroups, ("name", "Shoppers"))).Id();
        var run = await Api().RunAsync(new { datasetId = DatasetId, k = 2, features = Shoppers.Features });
        Assert.Equal("completed", run.Text("status"));
        (RunId, SegmentIds) = (run.Id(), [.. run.Items("segments").Select(s => s.Id())]);
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public Task DropAsync(string table) => UseAsync(async db =>
    {
        var sql = $"DROP TABLE {table}";
        await db.Database.ExecuteSqlRawAsync(sql);
    });
}
