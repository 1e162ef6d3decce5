using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Tests.Api;

public sealed class SegmentsApiTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_segment_has_its_whole_profile()
    {
        var segment = await api.GetJsonAsync($"/segments/{site.SegmentIds[0]}");

        string[] least = ["id", "runId", "index", "name", "description", "action", "size", "share", "means", "markers", "rule", "stability", "medoid"];
        Assert.Empty(least.Except(segment.EnumerateObject().Select(p => p.Name)));
        Assert.Equal((site.RunId, 0, 3, 0.5), (segment.Int("runId"), segment.Int("index"), segment.Int("size"), segment.Number("share")));
        Assert.Equal("Low income, low spending", segment.Text("name"));
        Assert.NotEmpty(segment.Text("action")!);
        Assert.Equal(11.0, segment.GetProperty("means").Number("Income (k$)"), 1e-12);
    }

    [Fact]
    public async Task Markers_compare_the_segment_with_everyone_else()
    {
        var segment = await api.GetJsonAsync($"/segments/{site.SegmentIds[0]}");

        var income = segment.Items("markers").Single(m => m.Text("feature") == "Income (k$)");
        Assert.Equal((11.0, 91.0), (income.Number("mean"), income.Number("others")));
        Assert.Equal(-80 / Math.Sqrt(2 / 3.0), income.Number("effect"), 1e-9);
        Assert.Equal(segment.Items("markers").Select(m => -Math.Abs(m.Number("effect"))).Order(), segment.Items("markers").Select(m => -Math.Abs(m.Number("effect"))));
    }

    [Fact]
    public async Task Words_of_people_are_kept_and_what_is_not_given_stays()
    {
        var id = site.SegmentIds[1];
        var before = await api.GetJsonAsync($"/segments/{id}");

        var named = await PatchAsync(id, new { name = "  Big spenders " });
        var described = await PatchAsync(id, new { description = "They buy much.", action = "Call them." });
        var back = await PatchAsync(id, new { name = "", action = " " });

        Assert.Equal(("Big spenders", before.Text("action"), ""), (named.Text("name"), named.Text("action"), named.Text("description")));
        Assert.Equal(("Big spenders", "Call them.", "They buy much."), (described.Text("name"), described.Text("action"), described.Text("description")));
        Assert.Equal((before.Text("name"), before.Text("action"), "They buy much."), (back.Text("name"), back.Text("action"), back.Text("description")));
    }

    [Theory]
    [InlineData("name", 121)]
    [InlineData("description", 2001)]
    [InlineData("action", 2001)]
    public async Task A_text_that_is_too_long_is_refused_and_changes_nothing(string field, int length)
    {
        var id = site.SegmentIds[0];
        var before = await api.GetJsonAsync($"/segments/{id}");

        var answer = await api.PatchAsJsonAsync($"/api/v1/segments/{id}", new Dictionary<string, string> { [field] = new('x', length) });

        Assert.True((await answer.JsonAsync(HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty(field, out _));
        Assert.Equal(before.GetRawText(), (await api.GetJsonAsync($"/segments/{id}")).GetRawText());
    }

    [Theory]
    [InlineData("size")]
    [InlineData("runId")]
    [InlineData("editedBy")]
    public async Task Figures_cannot_be_set_from_outside(string field)
    {
        var answer = await api.PatchAsJsonAsync($"/api/v1/segments/{site.SegmentIds[0]}", new Dictionary<string, object> { [field] = 1 });

        Assert.Contains(field, (await answer.JsonAsync(HttpStatusCode.BadRequest)).Text("detail"));
    }

    [Fact]
    public async Task A_segment_that_does_not_exist_is_not_found()
    {
        await api.GetJsonAsync("/segments/999", HttpStatusCode.NotFound);
        await api.GetJsonAsync("/segments/999/audience.csv", HttpStatusCode.NotFound);
        await api.GetJsonAsync("/segments/999/report.pdf", HttpStatusCode.NotFound);
        await (await api.PatchAsJsonAsync("/api/v1/segments/999", new { name = "x" })).JsonAsync(HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> PatchAsync(int id, object change) => await (await api.PatchAsJsonAsync($"/api/v1/segments/{id}", change)).JsonAsync();
}
