using System.Globalization;
using System.Text.Json;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Runs;

/// <summary>What is said of a segment's trustworthiness, against figures worked out elsewhere from the same customers.</summary>
public sealed class EvidenceTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Two = ["Annual Income (k$)", "Spending Score (1-100)"];
    private static readonly string[] Three = ["Age", .. Two];
    private readonly HttpClient api = site.Api();

    /// <summary>Bootstrap of 400 samples with NumPy and scikit-learn 1.2.1 (KMeans, 10 starts), compared as Hennig (2007) does.</summary>
    [SkippableTheory]
    [InlineData(5, false, new[] { 0.9742, 1, 0.9646, 0.9765, 0.9846 })]
    [InlineData(6, true, new[] { 0.9529, 0.9948, 0.8946, 0.9335, 0.9317, 0.9194 })]
    public async Task Stability_is_that_of_an_independent_bootstrap(int k, bool withAge, double[] expected)
    {
        var run = await MallAsync(new { features = withAge ? Three : Two, k });

        foreach (var (segment, stability) in run.Items("segments").Zip(expected))
        {
            Assert.Equal(stability, segment.Number("stability"), 0.03);
        }
    }

    [SkippableFact]
    public async Task Rules_tell_the_mall_segments_and_count_in_the_database_as_in_memory()
    {
        var (run, customers) = (await MallAsync(new { features = Two, k = 5 }), Customers());
        var assigned = (await api.GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => int.Parse(line.Split(',')[1])).ToList();
        foreach (var segment in await SegmentsAsync(run))
        {
            var rule = segment.GetProperty("rule");
            Assert.Equal(rule.Int("rows"), rule.Int("counted"));
            Assert.InRange(rule.Number("agreement"), 0.95, 1);
            var taken = customers.Select(c => Meets(rule.Text("sql")!, c)).ToList();
            Assert.Equal(rule.Int("rows"), taken.Count(t => t));
            var hits = taken.Zip(assigned).Count(row => row.First && row.Second == segment.Int("index"));
            Assert.Equal((double)hits / segment.Int("size"), rule.Number("coverage"), 1e-12);
            Assert.Equal((double)hits / rule.Int("rows"), rule.Number("precision"), 1e-12);
            Assert.True(rule.Number("precision") > 0.9, rule.ToString());
        }
    }

    [SkippableFact]
    public async Task The_medoid_is_the_customer_nearest_to_all_others_of_the_segment()
    {
        var run = await MallAsync(new { features = Two, k = 5, scaling = "none" });
        var assigned = (await api.GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => int.Parse(line.Split(',')[1]));
        foreach (var segment in await SegmentsAsync(run))
        {
            var members = Customers().Zip(assigned).Where(row => row.Second == segment.Int("index")).Select(row => row.First).ToList();
            double Sum(Dictionary<string, double> c) => members.Sum(m => Math.Sqrt(Math.Pow(m[Two[0]] - c[Two[0]], 2) + Math.Pow(m[Two[1]] - c[Two[1]], 2)));
            var values = segment.GetProperty("medoid").GetProperty("values");
            Assert.Equal(members.Min(Sum), Sum(Two.ToDictionary(name => name, name => values.Number(name))), 1e-9);
        }
    }

    [SkippableTheory]
    [InlineData("""{"algorithm":"dbscan","epsilon":0.3,"minPoints":4}""")]
    [InlineData("""{"algorithm":"hdbscan"}""")]
    [InlineData("""{"algorithm":"mixture","k":4}""")]
    [InlineData("""{"algorithm":"dbscan","epsilon":0.0001,"minPoints":40}""")]
    [InlineData("""{"algorithm":"kmeans","k":1}""")]
    public async Task Every_algorithms_segments_show_what_is_known_of_them(string wish)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(wish)!;
        json["features"] = new System.Text.Json.Nodes.JsonArray([.. Two.Select(f => (System.Text.Json.Nodes.JsonNode)f)]);
        var run = await MallAsync(json);
        var ada = await site.SignedInAsync();

        foreach (var segment in await SegmentsAsync(run))
        {
            var page = await ada.OpenAsync($"/segments/{segment.Id()}");
            Assert.DoesNotContain("NaN", page.Body!.TextContent);
            Assert.Equal(segment.Int("index") >= 0, page.QuerySelector(".facts .pill") is not null);
        }
    }

    private static bool Meets(string sql, Dictionary<string, double> customer) => sql.Split(" OR ").Any(alternative => alternative.Split(" AND ").All(condition =>
    {
        var end = condition.LastIndexOf('"');
        var (name, parts) = (condition[1..end], condition[(end + 2)..].Split(' '));
        var bound = double.Parse(parts[1], CultureInfo.InvariantCulture);
        return parts[0] == ">=" ? customer[name] >= bound : customer[name] < bound;
    }));

    private static List<Dictionary<string, double>> Customers() =>
        [.. File.ReadLines(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Trim().Split(','))
            .Select(c => Three.Zip(c[2..]).ToDictionary(v => v.First, v => double.Parse(v.Second, CultureInfo.InvariantCulture)))];

    private async Task<List<JsonElement>> SegmentsAsync(JsonElement run)
    {
        var segments = new List<JsonElement>();
        foreach (var segment in run.Items("segments"))
        {
            segments.Add(await api.GetJsonAsync($"/segments/{segment.Id()}"));
        }
        return segments;
    }

    private async Task<JsonElement> MallAsync(object wish)
    {
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv")), "Mall_Customers.csv");
        var dataset = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Id();
        await api.WaitAsync($"/datasets/{dataset}");
        var json = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(wish))!;
        json["datasetId"] = dataset;
        return await api.RunAsync(json);
    }
}
