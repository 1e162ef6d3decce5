using System.Text.Json;

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

    [Fact]
    public async Task Charts_leave_them_out_and_their_tables_say_so()
    {
        var svg = await site.Api().GetStringAsync($"/api/v1/runs/{site.RunId}/charts/mix.svg?feature=Gender");
        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{site.RunId}/features");

        Assert.Contains("Where they are fewer than 5, they are left out.", svg);
        Assert.Contains("no values", svg);
        var rows = page.QuerySelectorAll("#mix tbody tr").Where(row => !row.TextContent.Contains("Everyone")).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal([Mask, Mask], row.QuerySelectorAll("td").TakeLast(2).Select(cell => cell.TextContent)));
    }
}
