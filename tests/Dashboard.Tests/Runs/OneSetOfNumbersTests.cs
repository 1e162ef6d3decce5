using System.Globalization;
using System.Text.Json;
using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

/// <summary>A segment has one size, one share and one mean, wherever one looks.</summary>
public sealed class OneSetOfNumbersTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string[] Features = ["Age", "Income (k$)", "Spending"];
    private readonly HttpClient api = site.Api();
    private JsonElement _run;
    private Visitor _ada = null!;

    public async Task InitializeAsync()
    {
        var dataset = await (await api.SendFileAsync(Shoppers.Many(301))).Content.ReadAsStringAsync();
        var id = JsonDocument.Parse(dataset).RootElement.Id();
        await api.WaitAsync($"/datasets/{id}");
        _run = await api.RunAsync(new { datasetId = id, features = Features[1..], k = 3 });
        _ada = await site.SignedInAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_downloads_add_up_to_the_figures_of_the_api()
    {
        var assigned = (await LinesAsync($"/api/v1/runs/{_run.Id()}/assignments.csv")).Skip(1).GroupBy(line => line.Split(',')[1]).ToDictionary(g => int.Parse(g.Key), g => g.Count());
        foreach (var segment in _run.Items("segments"))
        {
            var members = (await LinesAsync($"/api/v1/segments/{segment.Id()}/audience.csv")).Skip(1).Select(line => line.Split(',')).ToList();
            Assert.Equal(segment.Int("size"), members.Count);
            Assert.Equal(segment.Int("size"), assigned[segment.Int("index")]);
            Assert.Equal(segment.Number("share"), members.Count / 301.0, 1e-15);
            foreach (var (feature, column) in Features.Select((f, i) => (f, i + 2)))
            {
                Assert.Equal(members.Average(m => double.Parse(m[column], CultureInfo.InvariantCulture)), segment.GetProperty("means").Number(feature), 1e-9);
            }
        }
    }

    [Fact]
    public async Task A_run_and_its_segments_tell_the_same()
    {
        foreach (var listed in _run.Items("segments"))
        {
            var alone = await api.GetJsonAsync($"/segments/{listed.Id()}");
            foreach (var name in new[] { "index", "name", "size", "share", "means" })
            {
                Assert.Equal(listed.GetProperty(name).GetRawText(), alone.GetProperty(name).GetRawText());
            }
        }
    }

    [Theory]
    [InlineData("/segments/{0}", true)]
    [InlineData("/segments/{0}/report", true)]
    [InlineData("/runs/{1}", false)]
    [InlineData("/", false)]
    public async Task Every_page_shows_the_figures_of_the_api_rounded_by_the_one_rule(string path, bool ofAllFeatures)
    {
        foreach (var segment in _run.Items("segments"))
        {
            var page = await _ada.OpenAsync(string.Format(CultureInfo.InvariantCulture, path, segment.Id(), _run.Id()));
            var text = string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(segment.Text("name")!, text);
            Assert.Contains(segment.Int("size").ToString("N0", CultureInfo.InvariantCulture), text);
            Assert.Contains(Figure.Share(segment.Number("share")), text);
            foreach (var feature in ofAllFeatures ? Features : Features[1..])
            {
                Assert.Contains(Figure.Text(segment.GetProperty("means").Number(feature)), text);
            }
        }
    }

    /// <summary>All that the profile tells of each feature, of words and of how sure it is, in the order of page and paper.</summary>
    [Theory]
    [InlineData("/segments/{0}")]
    [InlineData("/segments/{0}/report")]
    public async Task Page_and_paper_show_every_figure_of_the_profile(string path)
    {
        foreach (var id in _run.Items("segments").Select(s => s.Id()))
        {
            var (segment, page) = (await api.GetJsonAsync($"/segments/{id}"), await _ada.OpenAsync(string.Format(CultureInfo.InvariantCulture, path, id)));
            foreach (var feature in segment.Items("features"))
            {
                var row = RowOf(page, feature.Text("label")!);
                string[] told = ["mean", "othersMean", "overallMean", "median", "minimum", "maximum"];
                Assert.All(told, figure => Assert.Contains(Figure.Text(feature.Number(figure)), row));
            }
            foreach (var share in CitiesOf(segment))
            {
                var row = RowOf(page, $"City: {share.Text("value")}");
                Assert.Contains(share.Int("count").ToString("N0", CultureInfo.InvariantCulture), row);
                Assert.Contains(Figure.Share(share.Number("share")), row);
                Assert.Contains(Figure.Share(share.Number("overallShare")), row);
            }
            Assert.All(SurenessOf(segment), figure => Assert.Contains(figure, page.Body!.TextContent));
        }
    }

    [SkippableFact]
    public async Task The_pdf_shows_the_figures_of_the_api()
    {
        Skip.If(!File.Exists("/usr/bin/chromium"), "chromium is not installed");
        var segment = await api.GetJsonAsync($"/segments/{_run.Items("segments")[0].Id()}");
        var pdf = Path.Combine(site.Folder, "figures.pdf");
        await File.WriteAllBytesAsync(pdf, await api.GetByteArrayAsync($"/api/v1/segments/{segment.Id()}/report.pdf"));

        var text = await Reports.Poppler.TextAsync(pdf);

        string[] told = ["mean", "othersMean", "overallMean", "median", "minimum", "maximum"];
        Assert.All(segment.Items("features").SelectMany(f => told.Select(figure => Figure.Text(f.Number(figure)))), figure => Assert.Contains(figure, text));
        Assert.All(CitiesOf(segment), share => Assert.Contains($"{share.Int("count")} {Figure.Share(share.Number("share"))}", text));
        Assert.All(SurenessOf(segment), figure => Assert.Contains(figure, text));
        Assert.Contains($"{segment.Int("size")} customers, {Figure.Share(segment.Number("share"))} of all", text);
    }

    /// <summary>As many as paper has room for.</summary>
    private static List<JsonElement> CitiesOf(JsonElement segment)
    {
        List<JsonElement> cities = [.. segment.Items("categories").Single().Items("shares").OrderByDescending(s => s.Int("count")).Take(5)];
        Assert.Equal(5, cities.Count);
        return cities;
    }

    private static string RowOf(AngleSharp.Dom.IDocument page, string name) =>
        page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")?.TextContent.TrimEnd(' ', '*').StartsWith(name, StringComparison.Ordinal) == true).TextContent;

    /// <summary>Stability, and how well the rule does.</summary>
    private static IEnumerable<string> SurenessOf(JsonElement segment)
    {
        yield return $"{Figure.Share(segment.Number("stability"))} on";
        if (segment.GetProperty("rule") is { ValueKind: JsonValueKind.Object } rule)
        {
            yield return rule.Text("text")!;
            yield return $"Takes {Figure.Share(rule.Number("coverage"))} of the segment";
            yield return $"{rule.Int("rows")} customers it takes, {Figure.Share(rule.Number("precision"))} belong to it";
        }
    }

    private async Task<string[]> LinesAsync(string path) => (await api.GetStringAsync(path)).TrimEnd().Replace("\"High income, high spending\"", "x").Split("\r\n");
}
