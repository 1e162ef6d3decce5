using System.Globalization;
using System.Net;

namespace Dashboard.Tests.Models;

/// <summary>A model by density that is its customers themselves, few enough to be taken along.</summary>
public sealed class HdbscanModelTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task New_customers_are_placed_like_the_nearest_of_those_who_are_known()
    {
        var run = await RunAsync("By hand");
        var (known, random) = (await KnownAsync(run), new Random(5));
        var wanted = Enumerable.Range(0, 500).Select(_ => (Income: random.NextDouble() * 200 - 50, Spending: random.NextDouble() * 200 - 50)).ToList();

        var answers = await site.Api().PostJsonAsync($"/predictions?runId={run}", wanted.Select(w => new Dictionary<string, double> { ["Income (k$)"] = w.Income, ["Spending"] = w.Spending }), HttpStatusCode.OK);

        var expected = wanted.Select(w => known.MinBy(k => Math.Pow((float)w.Income - k.Income, 2) + Math.Pow((float)w.Spending - k.Spending, 2)).Segment);
        Assert.Equal(expected, answers.EnumerateArray().Select(a => a.GetProperty("segment") is { ValueKind: System.Text.Json.JsonValueKind.Object } s ? s.Int("index") : -1));
        Assert.Contains(-1, expected);
        Assert.Contains(2, expected);
    }

    [Fact]
    public async Task As_SQL_it_gives_everybody_the_segment_of_the_run()
    {
        var run = await RunAsync("By SQL");
        var given = (await site.Api().GetStringAsync($"/api/v1/runs/{run}/assignments.csv")).Split("\r\n")[1..^1].Select(line => line.Split(',')).Select(c => (c[0], c[1] == "-1" ? "" : c[1]));
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = await site.Api().GetStringAsync($"/api/v1/runs/{run}/model.sql");

        var placed = new List<(string, string)>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            placed.Add((rows.GetString(0), Convert.ToString(rows.GetValue(1), CultureInfo.InvariantCulture)!));
        }
        Assert.Equal(given.Order(), placed.Order());
    }

    [Fact]
    public async Task Of_more_customers_than_a_file_holds_it_is_refused_with_the_reason()
    {
        var dataset = (await site.Api().ImportAsync(Shoppers.Many(2100), ("name", "Too many"))).Id();
        var run = (await site.Api().RunAsync(new { datasetId = dataset, features = Shoppers.Features, algorithm = "hdbscan" })).Id();

        foreach (var file in new[] { "model.sql", "model.json" })
        {
            Assert.Contains("2,000", (await site.Api().GetJsonAsync($"/runs/{run}/{file}", HttpStatusCode.Conflict)).Text("detail"));
        }
    }

    /// <summary>Three groups and, far from them, a few who are in none; what is compared are the values as they are.</summary>
    private async Task<int> RunAsync(string name)
    {
        var csv = Shoppers.Many(600) + "L1,City 1,40,-40,-40\nL2,City 1,40,150,-45\nL3,City 1,40,-35,160\nL4,City 1,40,155,150\n";
        var dataset = (await site.Api().ImportAsync(csv, ("name", name))).Id();
        var run = await site.Api().RunAsync(new { datasetId = dataset, features = Shoppers.Features, algorithm = "hdbscan", scaling = "none", minClusterSize = 50 });
        Assert.True(run.Text("status") == "completed", run.Text("error"));
        return run.Id();
    }

    private async Task<List<(float Income, float Spending, int Segment)>> KnownAsync(int run)
    {
        var dataset = (await site.Api().GetJsonAsync($"/runs/{run}")).Int("datasetId");
        var segments = (await site.Api().GetStringAsync($"/api/v1/runs/{run}/assignments.csv")).Split("\r\n")[1..^1].Select(line => int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
        var rows = (await site.Api().GetStringAsync($"/api/v1/datasets/{dataset}/customers.csv")).Split("\r\n")[1..^1].Select(line => line.Split(','));
        return [.. rows.Zip(segments, (cells, segment) => (float.Parse(cells[3], CultureInfo.InvariantCulture), float.Parse(cells[4], CultureInfo.InvariantCulture), segment))];
    }
}
