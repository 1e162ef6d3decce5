using System.Text.Json;
using Dashboard.Runs;
using Dashboard.Tests.Csv;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Runs;

/// <summary>Figures of scikit-learn 1.2.1 (StandardScaler, PCA, KMeans of 50 starts, silhouette_samples) on Mall_Customers.csv.</summary>
public sealed class MallMapsTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Two = ["Annual Income (k$)", "Spending Score (1-100)"];
    private readonly HttpClient api = site.Api();

    [SkippableFact]
    public async Task The_principal_axes_of_three_features()
    {
        var run = await RunAsync(new { features = (string[])["Age", .. Two], k = 5 });

        var plane = (await UseAsync(run.Id(), (maps, r) => maps.PlaneAsync(r)))!;

        Assert.Equal(["Age", "Annual Income", "Spending Score"], plane.Columns);
        Assert.Equal(0.4426616720824505, plane.Found.Shares[0], 1e-6);
        Assert.Equal(0.3330837846152244, plane.Found.Shares[1], 1e-6);
        Near([0.7063823466700048, -0.04802397586318696, -0.7061994605317038], plane.Found.Axes[0]);
        Near([0.030141162310664712, 0.9988315975429798, -0.03777499284315344], plane.Found.Axes[1]);
        Assert.Equal("The first axis is mostly Age and Spending Score, the second Annual Income; both show 77.6 % of the differences between customers. What they do not show may still tell segments apart.",
            RunReading.OfPlane(plane));
    }

    [SkippableFact]
    public async Task The_silhouette_of_each_customer()
    {
        var run = await RunAsync(new { features = Two, k = 5 });

        var found = (await UseAsync(run.Id(), (maps, r) => maps.SilhouettesAsync(r)))!;

        Assert.Equal((200, 2), (found.Of, found.Values.Count(v => v < 0)));
        double[] means = [0.5978670176450109, 0.5107528927571015, 0.5052153922125491, 0.5105060797073505, 0.5982119461245773];
        Near(means, [.. Enumerable.Range(0, 5).Select(segment => found.Values.Where((_, i) => found.Segments[i] == segment).Average())]);
        Assert.Equal(-0.02857390004870402, found.Values.Min(), 1e-5);
        Assert.Equal(0.759066392480205, found.Values.Max(), 1e-5);
        Assert.Contains("mean of all 0.55", await api.GetStringAsync($"/api/v1/runs/{run.Id()}/charts/silhouette.svg"));
    }

    [SkippableFact]
    public async Task Customers_without_a_segment_have_no_silhouette_and_are_counted()
    {
        var run = await RunAsync(new { features = Two, algorithm = "dbscan", epsilon = 0.5, minPoints = 5 });

        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{run.Id()}/quality");
        var found = (await UseAsync(run.Id(), (maps, r) => maps.SilhouettesAsync(r)))!;

        Assert.Equal(8, found.Values.Count(double.IsNaN));
        Assert.Equal(run.GetProperty("metrics").Number("silhouette"), found.Values.Where(v => !double.IsNaN(v)).Average(), 1e-6);
        Assert.Contains("8 customers have no segment", page.QuerySelector(".caption")!.TextContent);
    }

    [SkippableFact]
    public async Task A_category_is_one_column_of_the_axes_per_value()
    {
        var run = await RunAsync(new { features = (string[])[.. Two, "Gender"], k = 4 });

        var plane = (await UseAsync(run.Id(), (maps, r) => maps.PlaneAsync(r)))!;
        var map = (await UseAsync(run.Id(), (maps, r) => maps.MapAsync(r)))!;

        Assert.Equal(["Annual Income", "Spending Score", "Gender: Female", "Gender: Male"], plane.Columns);
        Assert.Equal((200, 200), (map.Of, map.Segments.Length));
        Assert.All(map.Positions.SelectMany(axis => axis), position => Assert.True(double.IsFinite(position)));
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private async Task<T> UseAsync<T>(int id, Func<RunMaps, Dashboard.Data.Run, Task<T>> use)
    {
        T result = default!;
        await site.UseAsync(async db =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            result = await use(scope.ServiceProvider.GetRequiredService<RunMaps>(), (await db.Runs.WithSegmentsAsync(id))!);
        });
        return result;
    }

    private async Task<JsonElement> RunAsync(object wish)
    {
        const string file = "Mall_Customers.csv";
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), file)), file);
        var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Id();
        await api.WaitAsync($"/datasets/{id}");
        var wished = JsonSerializer.SerializeToNode(wish)!.AsObject();
        wished["datasetId"] = id;
        return await api.RunAsync(wished);
    }
}
