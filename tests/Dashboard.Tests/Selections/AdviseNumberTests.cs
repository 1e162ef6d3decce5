using System.Text.Json;

namespace Dashboard.Tests.Selections;

/// <summary>Advice where there is little to advise on, and that it survives what happens to the site.</summary>
public sealed class AdviseNumberTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Theory]
    [InlineData("a1,5,7", 1, "One customer makes no groups")]
    [InlineData("a1,5,7\na2,5,7\na3,5,7", 1, "These customers are all alike")]
    [InlineData("a1,5,7\na2,6,7\na3,6,7\na4,5,7", 2, "say 2")]
    [InlineData("a1,1e-9,9e14\na2,2e-9,1e14\na3,3e-9,8e14\na4,1e-9,2e14\na5,2e-9,9e14", 5, "")]
    public async Task No_more_segments_are_tried_than_there_are_different_customers(string rows, int most, string said)
    {
        var advice = await AdviseAsync(rows, new { });

        Assert.Equal(most, advice.Items("scores")[^1].Int("k"));
        Assert.Contains(said, advice.Text("verdict"));
        AssertFinite(advice);
    }

    [Fact]
    public async Task Differences_too_small_to_be_told_apart_do_not_make_segments()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"a{i},{i % 3}e14,{i % 4}e-9"));

        var advice = await AdviseAsync(rows, new { scaling = "none" });

        Assert.Equal([1, 2, 3], advice.Items("scores").Select(s => s.Int("k")));
        AssertFinite(advice);
    }

    [Fact]
    public async Task One_feature_is_enough_and_a_start_beyond_the_customers_is_brought_back()
    {
        var one = await AdviseAsync("a1,1,0\na2,2,0\na3,50,0\na4,51,0", new { features = new[] { "x" }, clusters = new { from = 8, to = 12 } });

        Assert.Equal([4], one.Items("scores").Select(s => s.Int("k")));
        AssertFinite(one);
    }

    [Fact]
    public async Task Customers_without_a_value_are_left_out_and_counted_and_when_nobody_is_left_it_says_so()
    {
        var some = await AdviseAsync("a1,1,\na2,2,2\na3,3,9\na4,4,1", new { });
        var none = await AskAsync("a1,1,\na2,2,\na3,,1\na4,,2", new { });

        Assert.Equal((3, 1), (some.Int("rowsUsed"), some.Int("rowsLeftOut")));
        Assert.Equal("failed", none.Text("status"));
        Assert.Contains("No customer has a value in each of: x, y", none.Text("error"));
    }

    [Fact]
    public async Task Three_groups_far_apart_are_called_natural()
    {
        var dataset = await api.ImportAsync(Shoppers.Many(300), ("name", "Far apart"));

        var advice = await api.AdviseAsync(new { datasetId = dataset.Id(), features = Shoppers.Features });

        Assert.Equal((3, "natural"), (advice.Int("advised"), advice.Text("structure")));
        Assert.StartsWith("3 natural groups.", advice.Text("verdict"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_answer()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(60), ("name", "Twice"))).Id();

        var scores = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            scores.Add((await api.AdviseAsync(new { datasetId = dataset, seed = 7 })).GetProperty("scores").ToString());
        }

        Assert.Equal(scores[0], scores[1]);
    }

    [Fact]
    public async Task What_waits_when_the_site_stops_is_answered_by_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-advice-").FullName;
        int id;
        using (var first = Site.With(folder))
        {
            var dataset = (await first.Api().ImportAsync(Shoppers.TwoGroups)).Id();
            await first.PauseAsync();
            id = (await first.Api().PostJsonAsync("/selections", new { datasetId = dataset })).Id();
        }

        using (var second = Site.With(folder))
        {
            Assert.Equal("completed", (await second.Api().WaitAsync($"/selections/{id}")).Text("status"));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_data_set_is_deleted_with_its_advice_but_not_while_that_is_under_way()
    {
        using var own = new Site();
        var dataset = (await own.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        var done = (await own.Api().AdviseAsync(new { datasetId = dataset })).Id();
        await own.PauseAsync();
        var waiting = (await own.Api().PostJsonAsync("/selections", new { datasetId = dataset })).Id();
        var ada = await own.SignedInAsync();

        await ada.SubmitAsync($"/datasets/{dataset}", "form[action*='Delete']");
        await own.Api().GetJsonAsync($"/datasets/{dataset}");
        await own.Api().PostJsonAsync($"/selections/{waiting}/cancellation");
        await ada.SubmitAsync($"/datasets/{dataset}", "form[action*='Delete']");

        await own.Api().GetJsonAsync($"/datasets/{dataset}", System.Net.HttpStatusCode.NotFound);
        await own.Api().GetJsonAsync($"/selections/{done}", System.Net.HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> AdviseAsync(string rows, object wish)
    {
        var advice = await AskAsync(rows, wish);
        Assert.True(advice.Text("status") == "completed", advice.ToString());
        return advice;
    }

    private async Task<JsonElement> AskAsync(string rows, object wish)
    {
        const string Columns = """[{"source":"id","role":"key"},{"source":"x","role":"number"},{"source":"y","role":"number"}]""";
        var dataset = await api.ImportAsync($"id,x,y\n{rows}\n", ("name", Guid.NewGuid().ToString()), ("columns", Columns));
        Assert.True(dataset.Text("status") == "ready", dataset.ToString());
        var body = JsonSerializer.SerializeToNode(wish)!.AsObject();
        body["datasetId"] = dataset.Id();
        body["features"] ??= new System.Text.Json.Nodes.JsonArray("x", "y");
        return await api.AdviseAsync(body);
    }

    private static void AssertFinite(JsonElement advice) => Assert.All(advice.Items("scores"), score =>
        Assert.All(score.EnumerateObject(), figure => Assert.True(figure.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null)));
}
