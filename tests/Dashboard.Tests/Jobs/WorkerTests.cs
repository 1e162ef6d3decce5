using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Jobs;

/// <summary>What becomes of work when processes stop, die or are told to stop.</summary>
public sealed class WorkerTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_run_under_way_can_be_cancelled_and_keeps_nothing()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(20_000), ("name", "Long"))).Id();
        var id = (await api.PostJsonAsync("/runs", new { datasetId = dataset, k = 50, starts = 1000 })).Id();
        await api.WaitAsync($"/runs/{id}", run => run.Text("status") == "running");

        await api.PostJsonAsync($"/runs/{id}/cancellation");

        var run = await api.WaitAsync($"/runs/{id}");
        Assert.Equal("cancelled", run.Text("status"));
        Assert.Empty(run.Items("segments"));
    }

    [Fact]
    public async Task An_import_under_way_can_be_cancelled_and_leaves_no_table()
    {
        var id = (await (await api.SendFileAsync(Shoppers.Many(1_000_000), ("name", "Long import"))).JsonAsync(System.Net.HttpStatusCode.Accepted)).Id();

        await api.PostJsonAsync($"/datasets/{id}/cancellation");

        var set = await api.WaitAsync($"/datasets/{id}");
        Assert.Equal(("cancelled", 0), (set.Text("status"), set.Int("version")));
        await site.UseAsync(async db => Assert.False(File.Exists(Path.Combine(site.Folder, "storage", "uploads", await db.Imports.Where(i => i.DatasetId == id).Select(i => i.StoredName).SingleAsync()))));
        await site.UseAsync(async db => Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_schema WHERE name = {"customers_" + id}").SingleAsync()));
    }

    [Fact]
    public async Task Work_whose_process_died_is_taken_up_again()
    {
        var id = await OrphanAsync(attempts: 1);

        var run = await api.WaitAsync($"/runs/{id}");

        Assert.Equal(("completed", 2), (run.Text("status"), run.Items("segments").Count));
        await site.UseAsync(async db => Assert.Equal(2, (await db.Runs.SingleAsync(r => r.Id == id)).Attempts));
    }

    [Fact]
    public async Task After_three_deaths_it_is_given_up_with_the_reason()
    {
        var id = await OrphanAsync(attempts: 3);

        var run = await api.WaitAsync($"/runs/{id}");

        Assert.Equal("failed", run.Text("status"));
        Assert.Contains("three times", run.Text("error"));
    }

    [Fact]
    public async Task Work_whose_lease_holds_is_left_alone()
    {
        var id = await OrphanAsync(attempts: 1, lease: TimeSpan.FromMinutes(5));

        await Task.Delay(TimeSpan.FromSeconds(6));

        Assert.Equal("running", (await api.GetJsonAsync($"/runs/{id}")).Text("status"));
    }

    [Fact]
    public async Task A_site_that_is_started_again_goes_on_with_what_was_queued_or_under_way()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-again-").FullName;
        int id;
        using (var first = Site.With(folder))
        {
            var dataset = (await first.Api().ImportAsync(Shoppers.Many(3000))).Id();
            id = (await first.Api().PostJsonAsync("/runs", new { datasetId = dataset, k = 20, starts = 200 })).Id();
            await first.Api().WaitAsync($"/runs/{id}", run => run.Text("status") == "running");
        }

        using (var second = Site.With(folder))
        {
            var run = await second.Api().WaitAsync($"/runs/{id}");
            Assert.Equal("completed", run.Text("status"));
            await second.UseAsync(async db => Assert.Equal(1, (await db.Runs.SingleAsync(r => r.Id == id)).Attempts));
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A run as a process leaves it that was killed while it worked.</summary>
    private async Task<int> OrphanAsync(int attempts, TimeSpan lease = default)
    {
        var id = 0;
        await site.UseAsync(async db =>
        {
            var like = await db.Runs.AsNoTracking().SingleAsync(r => r.Id == site.RunId);
            var run = new Run
            {
                DatasetId = like.DatasetId,
                DatasetVersion = 1,
                Name = "Orphan",
                Algorithm = like.Algorithm,
                Settings = like.Settings,
                Status = WorkStatus.Running,
                Attempts = attempts,
                Owner = "a machine that is gone",
                LeaseUntil = DateTime.UtcNow + lease,
            };
            db.Runs.Add(run);
            await db.SaveChangesAsync();
            id = run.Id;
        });
        return id;
    }
}
