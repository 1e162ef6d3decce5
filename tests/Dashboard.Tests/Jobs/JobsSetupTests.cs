using System.Diagnostics;
using Dashboard.Data;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Jobs;

public sealed class JobsSetupTests
{
    [Fact]
    public async Task A_site_that_stops_puts_its_work_back_at_once_and_the_next_one_completes_it()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-stop-").FullName;
        var first = Site.With(folder);
        var dataset = (await first.Api().ImportAsync(Shoppers.Many(20_000))).Id();
        var id = (await first.Api().PostJsonAsync("/runs", new { datasetId = dataset, k = 20, starts = 60 })).Id();
        await first.Api().WaitAsync($"/runs/{id}", run => run.Text("status") == "running");

        var clock = Stopwatch.StartNew();
        await first.DisposeAsync();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"Stopping took {clock.Elapsed}.");
        Assert.Equal(((long)WorkStatus.Queued, 0L), StatusAndAttempts(first.Database, id));
        using (var second = Site.With(folder))
        {
            Assert.Equal("completed", (await second.Api().WaitAsync($"/runs/{id}")).Text("status"));
        }
        Assert.Equal(((long)WorkStatus.Completed, 1L), StatusAndAttempts(first.Database, id));
        Directory.Delete(folder, recursive: true);
    }

    private static (long Status, long Attempts) StatusAndAttempts(string database, int run)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Status, Attempts FROM Runs WHERE Id = {run}";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
