using Dashboard.Data;
using Dashboard.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Jobs;

/// <summary>Made-up work by the real worker, on a row that nobody else takes up.</summary>
public sealed class LeaseTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task When_its_heart_stops_the_work_ends_before_its_row_is_marked_failed()
    {
        var id = await QueuedAsync();
        await site.UseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER heart BEFORE UPDATE ON Runs WHEN NEW.Stage = 'no heart' BEGIN SELECT RAISE(ABORT, 'no room'); END"));
        Run? atTheEnd = null;

        await WorkAsync(id, async (progress, cancellation) =>
        {
            progress.Begin("no heart", 0, 1);
            cancellation.WaitHandle.WaitOne(Patience);
            await Task.Delay(300, CancellationToken.None);
            atTheEnd = await RowAsync(id);
        });

        await site.UseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER heart"));
        Assert.Equal(WorkStatus.Running, atTheEnd?.Status);
        Assert.Equal(WorkStatus.Failed, (await RowAsync(id)).Status);
    }

    [Fact]
    public async Task Who_lost_the_lease_writes_neither_progress_nor_end()
    {
        var id = await QueuedAsync();

        await WorkAsync(id, async (progress, cancellation) =>
        {
            await site.UseAsync(db => db.WriteAsync(() => db.Runs.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Owner, "another"))));
            progress.Begin("mine", 0.5, 1);
            await Task.Delay(1000, cancellation);
        });

        var row = await RowAsync(id);
        Assert.Equal((WorkStatus.Running, "another", "", 0.0), (row.Status, row.Owner, row.Stage, row.Progress));
    }

    private Task WorkAsync(int id, Func<WorkProgress, CancellationToken, Task> work) =>
        site.Services.GetRequiredService<Worker>().WorkAsync<Run>(id, (_, progress, cancellation) => work(progress, cancellation), CancellationToken.None).WaitAsync(2 * Patience);

    private async Task<int> QueuedAsync()
    {
        await site.PauseAsync();
        return (await site.Api().PostJsonAsync("/runs", new { datasetId = site.DatasetId, k = 2 })).Id();
    }

    private async Task<Run> RowAsync(int id)
    {
        Run row = null!;
        await site.UseAsync(async db => row = await db.Runs.AsNoTracking().SingleAsync(r => r.Id == id));
        return row;
    }
}
