using System.Text.Json;
using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

/// <summary>Two women and a man in one segment, a man and two women in the other: nobody is told how many.</summary>
public sealed class SmallCellsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Mask = "fewer than 5";

    [Theory]
    [InlineData("/segments/{0}", "tbody tr")]
    [InlineData("/segments/{0}/report", "tbody tr")]
    public async Task Pages_do_not_tell_how_few_they_are(string path, string rows)
    {
        var page = await (await site.SignedInAsync()).OpenAsync(string.Format(null, path, site.SegmentIds[0]));

        var genders = page.QuerySelectorAll(rows).Where(row => row.TextContent.Contains("Gender:")).ToList();
        Assert.Equal(2, genders.Count);
        Assert.All(genders, row => Assert.Equal([Mask, ""], row.QuerySelectorAll("td").Take(2).Select(cell => cell.TextContent)));
    }

    [Fact]
    public async Task Programs_are_not_told_either()
    {
        var segment = await site.Api().GetJsonAsync($"/segments/{site.SegmentIds[0]}");

        var shares = segment.Items("categories").Single(c => c.Text("name") == "Gender").Items("shares");
        Assert.Equal(["Female", "Male"], shares.Select(s => s.Text("value")));
        Assert.All(shares, share => Assert.All(["count", "share", "lift", "othersShare", "effect"], figure => Assert.Equal(JsonValueKind.Null, share.GetProperty(figure).ValueKind)));
    }

    /// <summary>The 3 could be worked out from its row or from its column; and what hides it there, from theirs.</summary>
    [Fact]
    public void What_would_give_a_small_cell_away_is_hidden_too()
    {
        long[][] counts = [[3, 40, 60], [20, 30, 10], [50, 70, 80]];
        bool[][] hidden = [.. counts.Select(row => row.Select(count => count < 5).ToArray())];

        SmallCells.Complete(counts, hidden);

        Assert.Equal([[true, true, false], [true, true, false], [false, false, false]], hidden);
    }

    [Fact]
    public void Two_small_cells_of_a_row_do_not_do_where_they_are_too_few_together()
    {
        long[][] counts = [[1, 2, 9, 8], [1, 2, 9, 8]];
        bool[][] hidden = [[true, true, false, false], [true, true, false, false]];

        SmallCells.Complete(counts, hidden);

        Assert.All(hidden, row => Assert.Equal([true, true, false, true], row));
    }

    [Fact]
    public async Task Of_two_genders_one_of_which_is_rare_neither_is_told()
    {
        using var alone = new Site();
        var rows = Enumerable.Range(0, 40).Select(i => $"k{i},{(i is 3 or 33 ? "d" : i % 2 == 0 ? "f" : "m")},{(i < 20 ? i : 500 + i)},{(i < 20 ? i : 500 + i)}\n");
        var dataset = (await alone.Api().ImportAsync("id,Gender,a,b\n" + string.Concat(rows))).Id();
        var run = await alone.Api().RunAsync(new { datasetId = dataset, k = 2, features = new[] { "a", "b" } });
        var id = run.Items("segments")[0].Id();

        var page = await (await alone.SignedInAsync()).OpenAsync($"/segments/{id}");
        var shares = (await alone.Api().GetJsonAsync($"/segments/{id}")).Items("categories").Single().Items("shares");

        var told = page.QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains("Gender:")).ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal([("Gender: d", "fewer than 5"), ("Gender: f", "10"), ("Gender: m", "not told")], told.Select(t => (t.Key, t.Value)).Order());
        Assert.Equal(2, shares.Count(share => share.GetProperty("count").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task Charts_leave_them_out_and_their_tables_say_so()
    {
        var svg = await site.Api().GetStringAsync($"/api/v1/runs/{site.RunId}/charts/mix.svg?feature=Gender");
        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{site.RunId}/features");

        Assert.Contains("Where they are fewer than 5, they are left out, and so are those from which they could be worked out.", svg);
        Assert.Contains("no values", svg);
        var rows = page.QuerySelectorAll("#mix tbody tr").Where(row => !row.TextContent.Contains("Everyone")).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal([Mask, Mask], row.QuerySelectorAll("td").TakeLast(2).Select(cell => cell.TextContent)));
    }
}
