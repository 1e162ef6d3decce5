using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Tests.Api;

/// <summary>A segment that holds everyone has nobody to be compared with.</summary>
public sealed class LonelySegmentTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    public static TheoryData<string, string> Everyone => new()
    {
        { "kmeans", """{"k":1}""" },
        { "dbscan", """{"epsilon":100,"minPoints":1}""" },
    };

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Figures_without_comparison_are_null(string algorithm, string parameters)
    {
        var wish = JsonSerializer.Deserialize<Dictionary<string, object>>(parameters)!;
        (wish["datasetId"], wish["algorithm"], wish["features"]) = (site.DatasetId, algorithm, Shoppers.Features);
        var id = (await api.RunAsync(wish)).Items("segments").Single().Id();

        var shown = await api.GetJsonAsync($"/segments/{id}");
        var changed = await (await api.PatchAsJsonAsync($"/api/v1/segments/{id}", new { name = "Everyone" })).JsonAsync();

        Assert.Equal((6, "Everyone"), (shown.Int("size"), changed.Text("name")));
        Assert.All([shown, changed], segment => Assert.All(segment.Items("features"), feature =>
        {
            Assert.Equal(JsonValueKind.Null, feature.GetProperty("othersMean").ValueKind);
            Assert.Equal(51, feature.Number("mean"), 1e-12);
        }));
        Assert.Empty(shown.Items("markers"));
    }
}
