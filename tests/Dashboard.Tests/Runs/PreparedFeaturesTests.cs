using System.Text.Json;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Runs;

/// <summary>Features that are worked on before customers are compared. Figures of scikit-learn 1.2.1 (KMeans of 200 starts) on the same preparation by NumPy.</summary>
public sealed class PreparedFeaturesTests(Site site) : IClassFixture<Site>
{
    private const string Efficiency = "[Spending Score (1-100)] / ([Annual Income (k$)] + 1)";
    private readonly HttpClient api = site.Api();

    [SkippableFact]
    public async Task Derived_logarithmic_and_weighted_features_are_what_is_clustered()
    {
        var run = await MallAsync(new
        {
            features = new object[] { "Age", new { name = "Annual Income", log = true, weight = 2 } },
            derived = new[] { new { name = "Efficiency", formula = "[spending score] ÷ ([Annual Income]+1)" } },
            k = 4,
        });

        Assert.Equal([95, 49, 39, 17], Sizes(run));
        Assert.Equal(308.61953109137795, Metric(run, "wcss"), 1e-3);
        Assert.Equal(0.37658627099375525, Metric(run, "silhouette"), 1e-5);
        Assert.Equal(["\"Age\"", """{"name":"Annual Income (k$)","log":true,"weight":2}""", "\"Efficiency\""], run.Items("features").Select(f => f.GetRawText()));
        Assert.Equal(Efficiency, run.Items("derived")[0].Text("formula"));
    }

    [SkippableFact]
    public async Task A_category_counts_like_one_number()
    {
        var run = await MallAsync(new { features = new[] { "Annual Income (k$)", "Spending Score (1-100)", "Gender" }, k = 6, starts = 200 });

        Assert.Equal([73, 50, 21, 20, 18, 18], Sizes(run));
        Assert.Equal(156.1231076471884, Metric(run, "wcss"), 1e-3);
        Assert.Equal(0.45579293897587875, Metric(run, "silhouette"), 1e-5);
    }

    [SkippableFact]
    public async Task A_run_with_a_derived_feature_shows_it_in_its_pictures_and_its_method()
    {
        var run = await MallAsync(new { features = new[] { "Age" }, derived = new[] { new { name = "Efficiency", formula = Efficiency } }, k = 3 });
        var ada = await site.SignedInAsync();

        var page = await ada.OpenAsync($"/runs/{run.Id()}");
        var again = await ada.OpenAsync($"/runs/new?from={run.Id()}");

        Assert.Contains("Age and Efficiency", page.QuerySelector(".figure svg title")!.TextContent);
        Assert.Contains($"Efficiency = {Efficiency}", page.Body!.TextContent);
        Assert.Equal(Efficiency, again.QuerySelector("#derived-formula-0")!.GetAttribute("value"));
        Assert.Contains("Efficiency", await api.GetStringAsync($"/api/v1/runs/{run.Id()}/charts/histogram.svg?x=Efficiency"));
        await ada.OpenAsync($"/segments/{run.Items("segments")[0].Id()}/report");
    }

    [SkippableFact]
    public async Task A_mixture_of_five_is_that_of_scikit_learn()
    {
        var run = await MallAsync(new { features = new[] { "Annual Income (k$)", "Spending Score (1-100)" }, algorithm = "mixture", k = 5 });

        Assert.Equal("full", run.GetProperty("parameters").Text("covariance"));
        Assert.Equal([85, 39, 32, 23, 21], Sizes(run));
        Assert.Equal(0, run.GetProperty("metrics").Int("noise"));
    }

    [SkippableTheory]
    [InlineData("auto", 10)]
    [InlineData(20, 20)]
    public async Task Hdbscan_leaves_no_segment_smaller_than_asked_for(object least, int came)
    {
        var run = await MallAsync(new { features = new[] { "Annual Income (k$)", "Spending Score (1-100)" }, algorithm = "hdbscan", minClusterSize = least });

        Assert.Equal(came, run.GetProperty("parameters").Int("minClusterSize"));
        Assert.True(run.Items("segments").Count(s => s.Int("index") >= 0) >= 2);
        Assert.All(run.Items("segments").Where(s => s.Int("index") >= 0), s => Assert.True(s.Int("size") >= came));
        Assert.Equal(200, Sizes(run).Sum());
    }

    [Fact]
    public async Task Customers_for_whom_a_formula_has_no_value_are_left_out_and_counted()
    {
        var dataset = (await api.ImportAsync("id,a,b\nx1,1,2\nx2,2,0\nx3,6,3\nx4,9,3\n", ("name", "Ratio"))).Id();

        var run = await api.RunAsync(new { datasetId = dataset, features = Array.Empty<string>(), derived = new[] { new { name = "Ratio", formula = "[a] / [b]" } }, k = 2 });

        Assert.Equal((3, 1), (run.Int("rowsUsed"), run.Int("rowsLeftOut")));
    }

    [Fact]
    public async Task A_logarithm_of_what_has_none_is_refused_or_fails_with_the_reason()
    {
        var dataset = (await api.ImportAsync("id,a,b\nx1,-5,2\nx2,2,1\nx3,6,3\n", ("name", "Debts"))).Id();

        var refused = await api.PostJsonAsync("/runs", new { datasetId = dataset, features = new object[] { new { name = "a", log = true } } }, System.Net.HttpStatusCode.BadRequest);
        var failed = await api.RunAsync(new { datasetId = dataset, features = new object[] { new { name = "Twice", log = true } }, derived = new[] { new { name = "Twice", formula = "2 * [a]" } } });

        Assert.Contains("values of -1 or less", refused.GetProperty("errors").GetRawText());
        Assert.Equal("Twice has a value of -1 or less, which has no logarithm. Choose it without log.", failed.Text("error"));
    }

    private static double Metric(JsonElement run, string name) => run.GetProperty("metrics").Number(name);

    private static List<int> Sizes(JsonElement run) => [.. run.Items("segments").Select(s => s.Int("size"))];

    private async Task<JsonElement> MallAsync(object wish)
    {
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv")), "Mall_Customers.csv");
        var dataset = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Id();
        await api.WaitAsync($"/datasets/{dataset}");
        var json = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(wish))!;
        json["datasetId"] = dataset;
        var run = await api.RunAsync(json);
        Assert.True(run.Text("status") == "completed", run.ToString());
        return run;
    }
}
