using System.Net.Http.Json;
using Dashboard.Tests;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class ApiAloneTests(PeopledSite site, ITestOutputHelper output) : SignedInTest<PeopledSite>(site, output)
{
    [SkippableFact]
    public async Task The_whole_path_goes_without_a_page()
    {
        var (api, sample) = (Site.Api, Sample.Found);
        var dataset = await api.ImportAsync(await File.ReadAllBytesAsync(sample.Path));
        Assert.Equal("ready", dataset.Text("status"));
        Assert.Equal(sample.Customers, dataset.GetProperty("rows").Int("imported"));

        var run = await api.RunAsync(new { datasetId = dataset.Id(), algorithm = "kmeans", k = 5, features = new[] { sample.Income, sample.Spending } });
        Assert.Equal("completed", run.Text("status"));
        var segments = run.Items("segments");
        Assert.Equal(sample.Customers, segments.Sum(s => s.Int("size")));
        Assert.True(!sample.IsMall || segments.Select(s => (s.Text("name")!, s.Int("size"))).SequenceEqual(sample.Segments));

        await EditAndPrintAsync(api, segments[2].Id(), segments[2].Int("size"));
        Assert.Equal(sample.Customers + 1, await LinesAsync(api, $"/runs/{run.Id()}/assignments.csv"));
        await ActivateAsync(api, dataset.Id(), run.Id(), sample);
    }

    private static async Task EditAndPrintAsync(HttpClient api, int segment, int size)
    {
        var edited = await (await api.PatchAsJsonAsync($"/api/v1/segments/{segment}", new { name = "Careful big earners", action = "Call them." })).JsonAsync();
        Assert.Equal("Careful big earners", edited.Text("name"));
        Assert.Equal(size + 1, await LinesAsync(api, $"/segments/{segment}/audience.csv"));
        using var pdf = await TemporaryPdf.OfAsync(await api.GetByteArrayAsync($"/api/v1/segments/{segment}/report.pdf"));
        Assert.Contains("Careful big earners", pdf.Content.Text);
        Assert.Contains("Call them.", pdf.Content.Text);
        Assert.Contains($"{size} customers", pdf.Content.Text);
        Assert.InRange(pdf.Content.Pages, 2, 4);
    }

    private static async Task ActivateAsync(HttpClient api, int dataset, int first, Sample sample)
    {
        var second = await api.RunAsync(new { datasetId = dataset, algorithm = "dbscan", epsilon = 0.5, minPoints = 5, features = new[] { sample.Income, sample.Spending } });
        Assert.True(!sample.IsMall || second.GetProperty("metrics").Int("noise") == 8);
        foreach (var run in (int[])[second.Id(), first])
        {
            (await api.PostAsync($"/api/v1/runs/{run}/activation", null)).EnsureSuccessStatusCode();
        }
    }

    private static async Task<int> LinesAsync(HttpClient api, string path) =>
        (await api.GetStringAsync("/api/v1" + path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
