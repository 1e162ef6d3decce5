using System.Net;
using System.Xml.Linq;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Profiles;

namespace Dashboard.Tests.Runs;

public sealed class RunComparisonTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task The_same_division_twice_moves_nobody()
    {
        var again = await api.RunAsync(new { datasetId = site.DatasetId, k = 2, features = Shoppers.Features, seed = 3 });

        var found = await CompareAsync(site.RunId, again.Id());

        Assert.Equal((6, 1.0), (found.Shared, found.AdjustedRand));
        Assert.All(found.Transitions.Segments, segment => Assert.Equal(SegmentFate.Survived, segment.Fate));
        Assert.Equal(["Method"], found.Differences.Select(d => d.Setting));
        Assert.Equal("6 of 6 customers keep their colour: they are with the same others as before.", found.OfMovement());
    }

    [Fact]
    public async Task A_segment_that_splits_is_followed_into_its_parts()
    {
        var finer = await api.RunAsync(new { datasetId = site.DatasetId, k = 6, features = Shoppers.Features });

        var found = await CompareAsync(site.RunId, finer.Id());

        Assert.Equal(6, found.Moves.Count);
        Assert.All(found.Moves, move => Assert.Equal(1, move.Count));
        Assert.InRange(found.AdjustedRand, -0.01, 0.01);
        Assert.Equal((2, 6), (found.Movement().Table().Rows.Select(row => row[1]).Distinct().Count(), found.Movement().Table().Rows.Select(row => row[3]).Distinct().Count()));
    }

    [Fact]
    public async Task Customers_are_known_again_in_a_later_version_whatever_became_of_their_values()
    {
        var id = (await api.ImportAsync("Customer ID,Age,Income\nA1,1,1\nA2,2,2\nB1,50,50\nB2,51,51\nGONE,52,\n", ("name", "Two versions"))).Id();
        var before = await api.RunAsync(new { datasetId = id, features = new[] { "Age" }, k = 2 });
        await api.ImportAsync("Customer ID,Age,Income\nA2,60,60\nNEW,61,61\n", ("datasetId", $"{id}"));
        var after = await api.RunAsync(new { datasetId = id, features = new[] { "Age", "Income" }, k = 2 });

        var found = await CompareAsync(before.Id(), after.Id());

        Assert.Equal((5, 5, 4), (before.Int("rowsUsed"), after.Int("rowsUsed"), found.Shared));
        Assert.Equal([1, 1, 2], found.Moves.Select(move => move.Count).Order());
        Assert.Equal(["Customers", "Features"], found.Differences.Select(d => d.Setting).Take(2));
    }

    [Fact]
    public async Task The_movement_is_a_chart_of_the_later_run_with_the_one_before_or_a_given_one()
    {
        var later = (await api.RunAsync(new { datasetId = site.DatasetId, k = 3, features = Shoppers.Features })).Id();
        var other = (await api.ImportAsync(Shoppers.Many(20), ("name", "Alone"))).Id();
        var alone = (await api.RunAsync(new { datasetId = other, k = 2 })).Id();

        var given = XElement.Parse(await api.GetStringAsync($"/api/v1/runs/{later}/charts/movement.svg?with={site.RunId}"));
        await api.GetStringAsync($"/api/v1/runs/{later}/charts/movement.svg");

        Assert.Equal("Who moved", given.Elements().First(e => e.Name.LocalName == "title").Value);
        foreach (var path in new[] { $"/runs/{alone}/charts/movement.svg", $"/runs/{alone}/charts/movement.svg?with={later}", $"/runs/{alone}/charts/movement.svg?with=999" })
        {
            Assert.Contains("another completed run of the same data set", (await api.GetJsonAsync(path, HttpStatusCode.NotFound)).Text("detail"));
        }
    }

    private async Task<RunComparison> CompareAsync(int before, int after)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DashboardDb>();
        var runs = await db.Runs.Include(r => r.Segments).ToDictionaryAsync(r => r.Id);
        return (await scope.ServiceProvider.GetRequiredService<CompareRuns>().OfAsync(runs[before], runs[after]))!;
    }
}
