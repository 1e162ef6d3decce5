using System.Globalization;
using System.Text;
using System.Text.Json;
using Dashboard.Runs;

namespace Dashboard.Tests.Pages.Segments;

/// <summary>Sixty customers in two groups: who can be reached, and what they are worth.</summary>
public sealed class KeyFigureTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Csv = "Customer ID,Name,E-mail,Mobile,Newsletter,Visits,Total revenue (€)\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
        $"K{i},Person {i},{(i % 3 == 0 ? "" : $"k{i}@example.org")},{(i % 10 == 0 ? $"+49 30 {1000 + i}" : "")},{(i % 2 == 0 ? "yes" : "no")},{(i < 40 ? 2 + i % 3 : 20 + i % 3)},{(i < 40 ? 50 + i : 400 + i)}\n"));

    private readonly HttpClient api = site.Api();
    private int _dataset;
    private IReadOnlyList<JsonElement> _segments = [];

    public async Task InitializeAsync()
    {
        _dataset = (await api.ImportAsync(Csv, ("name", $"Shop {Guid.NewGuid()}"))).Id();
        var run = await api.RunAsync(new { datasetId = _dataset, k = 2, features = new[] { "Visits", "Total revenue (€)" } });
        _segments = [.. await Task.WhenAll(run.Items("segments").Select(s => api.GetJsonAsync($"/segments/{s.Id()}")))];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Counted from the file: of the first 40, 26 have an address, 4 a telephone number, 20 agreed; they spent 50 to 89.</summary>
    [Fact]
    public void Reach_and_value_are_those_of_the_file()
    {
        var many = _segments[0];

        Assert.Equal([("E-mail", 26), ("Mobile", null), ("Newsletter", 20)], many.Items("reachable").Select(r => (r.Text("column")!, r.GetProperty("customers") is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : (int?)null)));
        Assert.Equal(2780, many.GetProperty("value").Number("total"), 1e-9);
        Assert.Equal(69.5, many.GetProperty("value").Number("perCustomer"), 1e-9);
        Assert.Equal(2780.0 / (2780 + 8990), many.GetProperty("value").Number("share"), 1e-12);
    }

    [Theory]
    [InlineData("/segments/{0}", ".kpi")]
    [InlineData("/segments/{0}/report", ".figures div")]
    public async Task Page_and_paper_begin_with_them(string path, string figures)
    {
        foreach (var segment in _segments)
        {
            var page = await (await site.SignedInAsync()).OpenAsync(string.Format(CultureInfo.InvariantCulture, path, segment.Id()));
            var value = segment.GetProperty("value");

            var told = page.QuerySelectorAll(figures).Select(f => $"{f.QuerySelector("b")!.TextContent.Trim()} {f.QuerySelector("span")!.TextContent}").ToList();
            Assert.Contains($"{segment.Int("size")} customers, {Figure.Share(segment.Number("share"))} of all", told);
            Assert.Contains(told, text => text.EndsWith($"reachable: Newsletter, {Figure.Share(segment.Items("reachable")[2].Int("customers") / (double)segment.Int("size"))} of them", StringComparison.Ordinal));
            Assert.Contains("fewer than 5 reachable: Mobile", told);
            Assert.Contains($"{Figure.Text(value.Number("total"))} € Total revenue together, {Figure.Share(value.Number("share"))} of the total", told);
            Assert.Contains(told, text => text.StartsWith($"{Figure.Text(value.Number("perCustomer"))} € Total revenue per customer", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Figures_lead_to_the_customers_behind_them()
    {
        var ada = await site.SignedInAsync();
        var page = await ada.OpenAsync($"/segments/{_segments[1].Id()}");

        var first = page.QuerySelector(".kpi a")!.GetAttribute("href")!;
        Assert.Equal(20, (await ada.OpenAsync(first)).QuerySelectorAll("main tbody tr").Length);
        var highest = page.QuerySelectorAll("a.rows").Select(a => a.GetAttribute("href")!).First(a => a.Contains("order=desc", StringComparison.Ordinal));
        Assert.Equal("22", (await ada.OpenAsync(highest)).QuerySelectorAll("main tbody tr td.number")[0].TextContent);
    }

    [Fact]
    public async Task The_overview_begins_with_those_who_are_worth_most()
    {
        var page = await (await site.SignedInAsync()).OpenAsync("/");

        Assert.Equal([$"/segments/{_segments[1].Id()}", $"/segments/{_segments[0].Id()}"], page.QuerySelectorAll(".segments h3 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["8,990 € Total revenue, 76.4 % of the total", "2,780 € Total revenue, 23.6 % of the total"], page.QuerySelectorAll(".segments p.small:not(.muted)").Select(p => p.TextContent));
        Assert.Equal("11,770 €", page.QuerySelectorAll(".kpi b")[1].TextContent);
    }

    [Fact]
    public async Task A_report_tells_nobodys_name_or_address()
    {
        var text = (await (await site.SignedInAsync()).OpenAsync($"/segments/{_segments[0].Id()}/report")).Body!.TextContent;

        Assert.Contains("Typical customers", text);
        Assert.DoesNotContain("@example.org", text);
        Assert.DoesNotContain("Person ", text);
        Assert.DoesNotContain("+49", text);
    }

    [Fact]
    public async Task Who_came_and_went_is_told_on_the_page_of_the_segment_that_follows()
    {
        var changed = Csv.Replace("K0,Person 0,,+49 30 1000,yes,2,50", "K0,Person 0,,+49 30 1000,yes,21,440") + "N1,New,,,no,2,60\n";
        await api.ImportAsync(Encoding.UTF8.GetBytes(changed), fields: [("datasetId", $"{_dataset}"), ("options", """{"onMatch":"overwrite","onNew":"create"}""")]);
        var again = await api.RunAsync(new { datasetId = _dataset, k = 2, features = new[] { "Visits", "Total revenue (€)" } });

        var page = await (await site.SignedInAsync()).OpenAsync($"/segments/{again.Items("segments")[0].Id()}");

        var card = page.QuerySelectorAll(".card").Single(c => c.QuerySelector("h2")?.TextContent == "Over time");
        Assert.Contains("40 → 40 customers", card.TextContent);
        Assert.Equal(["39", "1: 1 who were not there", $"1: 1 to “{again.Items("segments")[1].Text("name")}”"], card.QuerySelectorAll("dd").Select(dd => dd.TextContent));
        Assert.Equal(["1", "40", "2", "40"], card.QuerySelectorAll("details tbody td").Select(td => td.TextContent));
    }
}
