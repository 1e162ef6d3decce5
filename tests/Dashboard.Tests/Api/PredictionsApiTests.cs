using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Api;

public sealed class PredictionsApiTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Income = "Annual Income (k$)";
    private const string Spending = "Spending Score (1-100)";
    private readonly HttpClient api = site.Api();

    public static TheoryData<string> Wishes => new(
        """{"algorithm":"kmeans","features":["Annual Income","Spending Score"],"k":5}""",
        """{"algorithm":"kmeans","features":["Age",{"name":"Annual Income","log":true,"weight":2},"Gender"],"derived":[{"name":"E","formula":"[Spending Score]/([Annual Income]+1)"}],"k":7,"scaling":"robust"}""",
        """{"algorithm":"dbscan","features":["Annual Income","Spending Score"],"epsilon":0.3,"minPoints":4}""",
        """{"algorithm":"dbscan","features":["Age","Annual Income","Spending Score"],"epsilon":12.5,"minPoints":4,"scaling":"none"}""",
        """{"algorithm":"hdbscan","features":["Annual Income","Spending Score"]}""",
        """{"algorithm":"mixture","features":["Annual Income","Spending Score","Age"],"k":4}""",
        """{"algorithm":"mixture","features":["Annual Income","Spending Score"],"k":3,"covariance":"diagonal","scaling":"minmax"}""");

    [SkippableTheory]
    [MemberData(nameof(Wishes))]
    public async Task The_runs_own_customers_get_the_segment_that_the_run_gave_them(string wish)
    {
        var (dataset, customers) = await MallAsync();
        var json = System.Text.Json.Nodes.JsonNode.Parse(wish)!;
        json["datasetId"] = dataset;
        var run = await api.RunAsync(json);

        var answers = await PredictAsync(run.Id(), customers);

        var assigned = (await api.GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => int.Parse(line.Split(',')[1]));
        Assert.Equal(assigned, answers.Select(SegmentOf));
        Assert.DoesNotContain(answers, a => SegmentOf(a) >= 0 && !wish.Contains("dbscan") && a.GetProperty("segment").ValueKind == JsonValueKind.Null);
    }

    [SkippableFact]
    public async Task New_customers_go_to_the_nearest_centre()
    {
        var (dataset, _) = await MallAsync();
        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { Income, Spending }, k = 5, scaling = "none" });
        var centres = run.Items("segments").Select(s => (X: s.GetProperty("means").Number(Income), Y: s.GetProperty("means").Number(Spending))).ToList();
        var random = new Random(3);
        var fresh = Enumerable.Range(0, 500).Select(_ => (X: random.NextDouble() * 130 + 10, Y: random.NextDouble() * 100)).ToList();

        var answers = await PredictAsync(run.Id(), fresh.Select(p => new Dictionary<string, object> { [Income] = p.X, [Spending] = p.Y }));

        foreach (var (point, answer) in fresh.Zip(answers))
        {
            var distances = centres.Select(c => Math.Sqrt((c.X - point.X) * (c.X - point.X) + (c.Y - point.Y) * (c.Y - point.Y))).ToList();
            var (nearest, second) = (distances.Min(), distances.Order().ElementAt(1));
            Assert.Equal(distances.IndexOf(nearest), SegmentOf(answer));
            Assert.Equal(distances.IndexOf(second), answer.GetProperty("secondSegment").Int("index"));
            Assert.Equal(nearest, answer.Number("distance"), 1e-4);
            Assert.Equal((second - nearest) / second, answer.Number("margin"), 1e-4);
        }
    }

    [Fact]
    public async Task Of_a_mixture_it_is_told_how_likely_each_segment_is()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(90), ("name", "Soft"))).Id();
        var soft = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, algorithm = "mixture", k = 3 })).Id();
        var hard = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, k = 3 })).Id();
        var between = new Dictionary<string, double> { ["Income (k$)"] = 53, ["Spending"] = 84 };

        var told = await api.PostJsonAsync($"/predictions?runId={soft}", between, HttpStatusCode.OK);
        var page = await (await site.SignedInAsync()).OpenAsync($"/predictions?runId={soft}&values=53&values=84");

        var shares = told.Items("memberships").ToDictionary(m => m.GetProperty("segment").Int("index"), m => m.Number("probability"));
        Assert.Equal(1, shares.Values.Sum(), 1e-8);
        Assert.Equal(SegmentOf(told), shares.MaxBy(m => m.Value).Key);
        Assert.Equal(told.Number("margin"), shares.Values.OrderDescending().ElementAt(0) - shares.Values.OrderDescending().ElementAt(1), 1e-8);
        Assert.Equal(3, page.QuerySelectorAll("[aria-label='How likely each segment is'] meter").Length);
        Assert.False((await api.PostJsonAsync($"/predictions?runId={hard}", between, HttpStatusCode.OK)).TryGetProperty("memberships", out _));
    }

    [SkippableFact]
    public async Task New_customers_go_to_the_nearest_core_point_within_epsilon()
    {
        var (dataset, customers) = await MallAsync();
        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { Income, Spending }, algorithm = "dbscan", epsilon = 8, minPoints = 5, scaling = "none" });
        var known = customers.Select(c => (X: (double)c[Income], Y: (double)c[Spending])).ToList();
        var labels = (await PredictAsync(run.Id(), customers)).Select(SegmentOf).ToList();
        double Between((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
        var cores = known.Index().Where(c => known.Count(other => Between(c.Item, other) <= 8) >= 5).ToList();
        var random = new Random(4);
        var fresh = Enumerable.Range(0, 500).Select(_ => (X: random.NextDouble() * 150, Y: random.NextDouble() * 120)).ToList();

        var answers = await PredictAsync(run.Id(), fresh.Select(p => new Dictionary<string, object> { [Income] = p.X, [Spending] = p.Y }));

        Assert.Contains(answers, a => SegmentOf(a) < 0);
        foreach (var (point, answer) in fresh.Zip(answers))
        {
            var nearest = cores.MinBy(core => Between(core.Item, point));
            var distance = Between(nearest.Item, point);
            Assert.Equal(distance <= 8 ? labels[nearest.Index] : -1, SegmentOf(answer));
            Assert.Equal(distance, answer.Number("distance"), 1e-4);
            Assert.Equal(distance > 8, answer.Text("note")?.Contains("× epsilon from") ?? false);
        }
    }

    [Fact]
    public async Task One_customer_is_told_what_would_move_them()
    {
        var answer = await api.PostJsonAsync($"/predictions?runId={site.RunId}", new Dictionary<string, object> { ["income"] = 40, ["SPENDING"] = 45, ["Customer ID"] = "new" }, HttpStatusCode.OK);

        Assert.Equal(11, await MeanAsync(answer.GetProperty("segment").Id()));
        Assert.False(answer.GetProperty("outOfRange").GetBoolean() && answer.Text("note") is null);
        var moves = answer.Items("wouldMove");
        Assert.NotEmpty(moves);
        foreach (var move in moves)
        {
            var changed = new Dictionary<string, object> { ["Income (k$)"] = 40.0, ["Spending"] = 45.0 };
            changed[move.Text("feature")!] = move.Number("value") + (move.Text("direction") == "above" ? 0.01 : -0.01);
            var moved = await api.PostJsonAsync($"/predictions?runId={site.RunId}", changed, HttpStatusCode.OK);
            Assert.Equal(move.GetProperty("segment").Int("index"), SegmentOf(moved));
            Assert.NotEqual(SegmentOf(answer), SegmentOf(moved));
        }
    }

    [Fact]
    public async Task A_customer_unlike_all_others_is_placed_and_said_to_be()
    {
        var answer = await api.PostJsonAsync($"/predictions?runId={site.RunId}", new Dictionary<string, object> { ["Income (k$)"] = 500, ["Spending"] = 45 }, HttpStatusCode.OK);

        Assert.True(answer.GetProperty("outOfRange").GetBoolean());
        Assert.Contains("Income (k$) is outside of the 10 to 92", answer.Text("note"));
    }

    [Theory]
    [InlineData("""{"Income (k$)":1}""", "Spending", "missing")]
    [InlineData("""{"Income (k$)":null,"Spending":1}""", "Income (k$)", "missing")]
    [InlineData("""{"Income (k$)":"1","Spending":1}""", "Income (k$)", "not a text")]
    [InlineData("""{"Income (k$)":true,"Spending":1}""", "Income (k$)", "must be a number")]
    [InlineData("""{"Income (k$)":[1],"Spending":1}""", "Income (k$)", "must be a number")]
    [InlineData("""{"Income (k$)":1e999,"Spending":1}""", "Income (k$)", "must be a number")]
    [InlineData("""{"Income (k$)":1,"Spending":1,"Hat":{"a":[]}}""", "Hat", "no field “Hat”")]
    [InlineData("""[]""", "body", "at least one")]
    [InlineData("""5""", "", "an object")]
    public async Task What_is_wrong_with_a_customer_is_said_by_field(string body, string field, string said)
    {
        var answer = await (await api.PostAsync($"/api/v1/predictions?runId={site.RunId}", Body(body))).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Contains(said, answer.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task A_word_that_the_run_has_not_seen_is_named_with_those_that_it_knows()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, k = 2, features = new[] { "Spending", "Gender" } });

        var answer = await (await api.PostAsync($"/api/v1/predictions?runId={run.Id()}", Body("""{"Spending":11,"Gender":"Unicorn"}"""))).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Contains("“Unicorn” is not a Gender that the run has seen. It knows: Female, Male.", answer.GetProperty("errors").GetProperty("Gender")[0].GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Income (k$)\":NaN}")]
    [InlineData("{\"Income (k$)\":1")]
    [InlineData("{\"Income (k$)\":1,\"Spending\":2} {}")]
    [InlineData("[{\"Income (k$)\":1,\"Spending\":2}]]")]
    public async Task What_is_no_json_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsync($"/api/v1/predictions?runId={site.RunId}", Body(body))).StatusCode);

    [Fact]
    public async Task A_bad_customer_in_a_batch_does_not_lose_the_others()
    {
        var answers = (await (await api.PostAsync($"/api/v1/predictions?runId={site.RunId}",
            Body("""[{"Income (k$)":11,"Spending":11},{"Income (k$)":"x","Spending":1},7,{"Spending":91,"Income (k$)":91}]"""))).JsonAsync()).EnumerateArray().ToList();

        var (first, last) = (await MeanAsync(answers[0].GetProperty("segment").Id()), await MeanAsync(answers[3].GetProperty("segment").Id()));
        Assert.Equal((11, 91), (first, last));
        Assert.Equal(("Income (k$)", "Income (k$) must be a number, not a text."), (answers[1].Text("field"), answers[1].Text("error")));
        Assert.Contains("an object", answers[2].Text("error"));
    }

    [Fact]
    public async Task More_customers_than_allowed_are_refused_with_the_limit()
    {
        var answer = await (await api.PostAsync($"/api/v1/predictions?runId={site.RunId}",
            Body("[" + string.Join(',', Enumerable.Repeat("{\"Income (k$)\":1,\"Spending\":2}", 100_001)) + "]"))).JsonAsync(HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("100,000", answer.Text("detail"));
    }

    [Fact]
    public async Task Without_a_run_the_one_in_use_answers_and_new_names_show_at_once()
    {
        await api.PostJsonAsync($"/runs/{site.RunId}/activation", null, HttpStatusCode.OK);
        var wish = new Dictionary<string, object> { ["Income (k$)"] = 11, ["Spending"] = 11 };
        var before = await api.PostJsonAsync("/predictions", wish, HttpStatusCode.OK);
        await api.PatchAsJsonAsync($"/api/v1/segments/{before.GetProperty("segment").Id()}", new { name = "Savers" });

        var after = await api.PostJsonAsync("/predictions", wish, HttpStatusCode.OK);

        Assert.Equal("Savers", after.GetProperty("segment").Text("name"));
        Assert.Equal(site.RunId, (await api.GetJsonAsync("/models/active")).Int("runId"));
    }

    [Fact]
    public async Task Without_any_run_there_is_nothing_to_place_by()
    {
        using var empty = new Site();

        await empty.Api().PostJsonAsync("/predictions", new { Age = 1 }, HttpStatusCode.Conflict);
        await empty.Api().GetJsonAsync("/models/active", HttpStatusCode.Conflict);
        await empty.Api().PostJsonAsync("/predictions?runId=7", new { Age = 1 }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_model_in_use_says_what_a_customer_has_to_bring()
    {
        var model = await api.GetJsonAsync($"/models/active?datasetId={site.DatasetId}");

        Assert.Equal(("kmeans", "standard", 2), (model.Text("algorithm"), model.Text("scaling"), model.GetProperty("parameters").Int("k")));
        Assert.Equal([("Income (k$)", "number", 10.0, 92.0), ("Spending", "number", 10, 92)], model.Items("fields").Select(f => (f.Text("name")!, f.Text("type")!, f.Number("min"), f.Number("max"))));
        Assert.Equal(2, model.Items("segments").Count);
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static int SegmentOf(JsonElement answer) =>
        answer.GetProperty("segment") is { ValueKind: JsonValueKind.Object } segment ? segment.Int("index") : -1;

    private async Task<double> MeanAsync(int segment) => (await api.GetJsonAsync($"/segments/{segment}")).GetProperty("means").Number("Income (k$)");

    private async Task<List<JsonElement>> PredictAsync(int run, IEnumerable<Dictionary<string, object>> customers) =>
        [.. (await (await api.PostAsJsonAsync($"/api/v1/predictions?runId={run}", customers)).JsonAsync()).EnumerateArray()];

    private async Task<(int Dataset, List<Dictionary<string, object>> Customers)> MallAsync()
    {
        var path = Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv");
        var dataset = JsonDocument.Parse(await (await api.SendFileAsync(await File.ReadAllBytesAsync(path), "Mall_Customers.csv")).Content.ReadAsStringAsync()).RootElement.Id();
        await api.WaitAsync($"/datasets/{dataset}");
        var customers = File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Trim().Split(','))
            .Select(c => new Dictionary<string, object> { ["Gender"] = c[1], ["Age"] = double.Parse(c[2]), [Income] = double.Parse(c[3]), [Spending] = double.Parse(c[4]) });
        return (dataset, [.. customers]);
    }
}
