using System.Text.Json;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Runs;

/// <summary>Figures that others published for the mall customers, from the file to the answer of the API.</summary>
public sealed class MallRunsTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Two = ["Annual Income (k$)", "Spending Score (1-100)"];
    private static readonly string[] Three = ["Age", .. Two];
    private readonly HttpClient api = site.Api();

    [SkippableFact]
    public async Task K_Means_of_five_in_standard_units()
    {
        var run = await RunAsync(new { datasetId = await MallAsync(), features = Two, k = 5 });

        Assert.Equal([81, 39, 35, 23, 22], Sizes(run));
        Assert.Equal(65.568408, run.GetProperty("metrics").Number("wcss"), 1e-4);
        Assert.Equal(0.554657, run.GetProperty("metrics").Number("silhouette"), 1e-5);
        Assert.Equal(248.64932, run.GetProperty("metrics").Number("calinskiHarabasz"), 1e-3);
        Assert.Equal(0.572236, run.GetProperty("metrics").Number("daviesBouldin"), 1e-5);
        Assert.Equal(
            ["Average income, average spending", "High income, high spending", "High income, low spending", "Low income, low spending", "Low income, high spending"],
            run.Items("segments").Select(s => s.Text("name")));
    }

    [SkippableFact]
    public async Task K_Means_of_five_in_the_files_own_units()
    {
        var run = await RunAsync(new { datasetId = await MallAsync(), features = Two, k = 5, scaling = "none" });

        Assert.Equal([81, 39, 35, 23, 22], Sizes(run));
        Assert.Equal(44448.45544793371, run.GetProperty("metrics").Number("wcss"), 44448 * 1e-9);
        var largest = run.Items("segments")[0].GetProperty("means");
        Assert.Equal((55.2962963, 49.51851852), (Math.Round(largest.Number(Two[0]), 7), Math.Round(largest.Number(Two[1]), 8)));
    }

    [SkippableFact]
    public async Task Auto_finds_five()
    {
        var run = await RunAsync(new { datasetId = await MallAsync(), features = Two, k = "auto" });

        Assert.Equal(5, run.GetProperty("parameters").Int("k"));
    }

    [SkippableFact]
    public async Task Dbscan_in_standard_units()
    {
        var run = await RunAsync(new { datasetId = await MallAsync(), features = Two, algorithm = "dbscan", epsilon = 0.5, minPoints = 5 });

        Assert.Equal([157, 35, 8], Sizes(run));
        Assert.Equal((-1, "No segment"), (run.Items("segments")[2].Int("index"), run.Items("segments")[2].Text("name")));
        Assert.Equal(8, run.GetProperty("metrics").Int("noise"));
        Assert.Equal(0.387558, run.GetProperty("metrics").Number("silhouette"), 1e-5);
        Assert.Equal(JsonValueKind.Null, run.GetProperty("metrics").GetProperty("wcss").ValueKind);
    }

    [SkippableFact]
    public async Task Dbscan_on_three_columns_in_the_files_own_units()
    {
        var run = await RunAsync(new { datasetId = await MallAsync(), features = Three, algorithm = "dbscan", epsilon = 12.5, minPoints = 4, scaling = "none" });

        Assert.Equal([112, 34, 24, 8, 4, 18], Sizes(run));
        Assert.Equal(1, run.Items("segments").Sum(s => s.Number("share")), 1e-12);
    }

    [SkippableFact]
    public async Task Customers_who_lack_a_feature_are_left_out_and_counted()
    {
        var dataset = await MallAsync("Mall_Customers_missing_values_crlf.csv");

        var all = await RunAsync(new { datasetId = dataset, features = Three, k = 5 });

        Assert.Equal(200, all.Int("rowsUsed") + all.Int("rowsLeftOut"));
        Assert.InRange(all.Int("rowsLeftOut"), 9, 12);
        Assert.Equal(all.Int("rowsUsed"), Sizes(all).Sum());
    }

    private async Task<JsonElement> RunAsync(object wish)
    {
        var run = await api.RunAsync(wish);
        Assert.True(run.Text("status") == "completed", run.ToString());
        return run;
    }

    private async Task<int> MallAsync(string file = "Mall_Customers.csv")
    {
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), file)), file);
        var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Id();
        return (await api.WaitAsync($"/datasets/{id}")).Id();
    }

    private static IEnumerable<int> Sizes(JsonElement run) => run.Items("segments").Select(s => s.Int("size"));
}
