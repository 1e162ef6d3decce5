using System.Net;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests.Runs;

/// <summary>A segment as a list that can be made smaller or larger.</summary>
public sealed class AudiencesTests : IAsyncLifetime, IDisposable
{
    /// <summary>One feature: a dense five, and four at a distance of whom "d1" comes nearest.</summary>
    private const string Customers =
        """
        id,x,y,Newsletter,Note
        c5,14,14,no,a
        c1,10,10,yes,=1+1
        c2,11,11,yes,b
        c3,9,9,no,c
        c4,7,7,yes,d
        d1,50,50,yes,"e, f"
        d2,60,60,no,g
        d3,61,61,no,h
        d4,65,65,yes,i

        """;

    private readonly Site _site = new();
    private HttpClient _api = null!;
    private int _dataset;
    private int _segment;

    public async Task InitializeAsync()
    {
        _api = _site.Api();
        _dataset = (await _api.ImportAsync(Customers, ("columns", """[{"source":"Note","role":"text"}]"""))).Id();
        _segment = (await RunAsync(new { datasetId = _dataset, k = 2, features = new[] { "x", "y" } }))[0].Id();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("?tier=core", "c1 c2 c3", "core core core")]
    [InlineData("?tier=full", "c1 c2 c3 c4 c5", "core core core full full")]
    [InlineData("?tier=near&size=2", "c1 c2 c3 c4 c5 d1 d2", "core core core full full near near")]
    [InlineData("?tier=near&size=0", "c1 c2 c3 c4 c5", "core core core full full")]
    public async Task An_audience_grows_from_the_clearest_to_those_who_nearly_belong(string query, string customers, string tiers)
    {
        var lines = await LinesAsync(query);

        Assert.Equal(customers.Split(' '), lines.Skip(1).Select(l => l.Split(',')[0]).Order());
        Assert.Equal(tiers.Split(' '), lines.Skip(1).Select(l => l.Split(',')[^1]));
    }

    [Fact]
    public async Task A_near_miss_keeps_the_name_of_its_own_segment()
    {
        var lines = await LinesAsync("?tier=near&size=1&columns=x");

        Assert.Equal("id,x,Segment,Tier", lines[0]);
        Assert.Equal("d1,50,\"High x, high y\",near", lines[^1]);
    }

    [Theory]
    [InlineData("?tier=core")]
    [InlineData("?tier=full&columns=Newsletter")]
    [InlineData("?tier=near&size=3")]
    [InlineData("?tier=near&size=999")]
    [InlineData("")]
    public async Task The_page_counts_and_lists_what_the_file_holds(string query)
    {
        var page = await (await _site.SignedInAsync()).OpenAsync($"/segments/{_segment}{query}");

        var link = page.QuerySelector("#audience a.primary")!;
        var lines = (await _api.GetStringAsync("/api/v1" + link.GetAttribute("href"))).TrimEnd().Split("\r\n");
        Assert.StartsWith($"{lines.Length - 1} customers", link.TextContent);
        Assert.Equal(lines.Skip(1).Take(5).Select(l => l.Split(',')[0]), page.QuerySelectorAll("#audience .after tbody th").Select(th => th.TextContent));
        var row = page.QuerySelector("#audience .dial tr:has(input:checked)")!;
        Assert.Equal((lines.Length - 1).ToString(), row.QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task The_page_says_how_many_agreed_to_be_written_to()
    {
        var page = await (await _site.SignedInAsync()).OpenAsync($"/segments/{_segment}?tier=near&size=1");

        Assert.Equal("Reachable: Newsletter", page.QuerySelectorAll("#audience .dial thead th")[2].TextContent);
        Assert.Equal(["2 · 66.7 %", "3 · 60 %", "4 · 66.7 %"], page.QuerySelectorAll("#audience .dial tbody tr").Select(tr => tr.QuerySelectorAll("td")[1].TextContent));
    }

    [Fact]
    public async Task Formulas_are_guarded_and_Excel_gets_semicolons_and_a_byte_order_mark()
    {
        var bytes = await _api.GetByteArrayAsync($"/api/v1/segments/{_segment}/audience.csv?tier=core&columns=Note&flavour=excel");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains("\"'=1+1\";", Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("tier=half", "core, full or near")]
    [InlineData("tier=near&size=many", "whole number")]
    [InlineData("columns=Shoe size", "There are: x, y, Newsletter, Note")]
    public async Task What_is_not_understood_is_refused_with_what_there_is(string query, string says) =>
        Assert.Contains(says, (await _api.GetJsonAsync($"/segments/{_segment}/audience.csv?{query}", HttpStatusCode.BadRequest)).Text("detail"));

    [Theory]
    [InlineData("dbscan")]
    [InlineData("hdbscan")]
    public async Task Where_nothing_tells_how_clearly_a_customer_belongs_there_is_the_whole_segment_and_the_reason(string algorithm)
    {
        var wish = new Dictionary<string, object> { ["datasetId"] = _dataset, ["algorithm"] = algorithm, ["features"] = new[] { "x", "y" }, ["minPoints"] = 2 };
        wish[algorithm == "dbscan" ? "epsilon" : "minClusterSize"] = algorithm == "dbscan" ? 0.5 : 3;
        var segment = (await RunAsync(wish))[0];
        var path = $"/segments/{segment.Id()}";

        Assert.Contains("no middle", (await _api.GetJsonAsync($"{path}/audience.csv?tier=core", HttpStatusCode.BadRequest)).Text("detail"));
        var lines = (await _api.GetStringAsync($"/api/v1{path}/audience.csv?tier=full")).TrimEnd().Split("\r\n");
        Assert.Equal(segment.Int("size"), lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",full", line));
        var page = await (await _site.SignedInAsync()).OpenAsync($"{path}?tier=near");
        Assert.Contains("no middle", page.QuerySelector("#audience")!.TextContent);
        Assert.Single(page.QuerySelectorAll("#audience input[name=tier]"));
    }

    private async Task<List<JsonElement>> RunAsync(object wish)
    {
        var run = await _api.RunAsync(wish);
        Assert.Equal("completed", run.Text("status"));
        return run.Items("segments");
    }

    private async Task<string[]> LinesAsync(string query) =>
        (await _api.GetStringAsync($"/api/v1/segments/{_segment}/audience.csv{query}")).TrimEnd().Split("\r\n");
}
