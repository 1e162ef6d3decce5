using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Demo;

public sealed class SampleRunsTests : IDisposable
{
    private readonly DemoSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_customers_are_marked_as_a_sample_and_both_algorithms_find_their_five_kinds()
    {
        var runs = await _site.MakeRunsAsync();

        Assert.Equal([Algorithms.KMeans, Algorithms.Dbscan], runs.Select(r => r.Algorithm));
        Assert.All(runs, run => Assert.Equal(5, run.Segments.Count(s => !s.IsNoise)));
        Assert.All(runs, run => Assert.True(run.Dataset.IsSample));
        Assert.Equal((400, 395, 5), (runs[0].Dataset.Customers, runs[0].RowsUsed, runs[0].RowsLeftOut));
    }

    [Fact]
    public async Task K_Means_is_the_run_in_use()
    {
        var runs = await _site.MakeRunsAsync();

        var active = await _site.UseAsync<DashboardDb, Run?>(db => db.Runs.ActiveAsync());

        Assert.Equal(runs[0].Id, active?.Id);
    }

    [Fact]
    public async Task A_second_start_makes_nothing_twice()
    {
        var first = await _site.MakeRunsAsync();

        var second = await _site.MakeRunsAsync();

        Assert.Equal(first.Select(r => r.Id), second.Select(r => r.Id));
        Assert.Equal((1, 2), (await _site.CountAsync<Import>(), await _site.CountAsync<Run>()));
    }

    [Fact]
    public async Task A_run_that_was_cancelled_is_made_again_and_the_other_one_stays()
    {
        var first = await _site.MakeRunsAsync();
        var cancelled = first[1].Id;
        await _site.UseAsync<DashboardDb, int>(db => db.WriteAsync(() =>
            db.Runs.Where(r => r.Id == cancelled).ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, WorkStatus.Cancelled))));

        var second = await _site.MakeRunsAsync();

        Assert.Equal(first[0].Id, second[0].Id);
        Assert.True(second[1].Id > cancelled);
        Assert.Equal(WorkStatus.Completed, second[1].Status);
    }
}
