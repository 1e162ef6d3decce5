using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Runs;

/// <summary>What a re-run takes over when a second file has changed the customers.</summary>
public sealed class SegmentInheritanceTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_name_follows_customers_whose_every_row_a_second_file_changed()
    {
        var (_, again) = await TwiceAsync("Changed", age: 25);

        var page = await OpenAsync(again);
        Assert.Contains("Young ones", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".note.warn"));
    }

    [Fact]
    public async Task A_name_that_no_longer_fits_is_doubted_until_people_have_looked_at_it()
    {
        var (dataset, again) = await TwiceAsync("Older", age: 71);

        Assert.Contains("Age: it was 24 against 61 of the others, now it is 75 against 65 of the others", (await OpenAsync(again)).QuerySelector(".note.warn")!.TextContent);
        Assert.Equal(again, await RunAsync(dataset) - 2);
        Assert.NotNull((await OpenAsync(again + 2)).QuerySelector(".note.warn"));
        await NameAsync(again + 2, "Former young ones");
        Assert.Null((await OpenAsync(again + 2)).QuerySelector(".note.warn"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_under_which_a_list_went_out_is_kept(bool isUsed)
    {
        var dataset = (await api.ImportAsync(Csv(20, 0), ("name", $"Used {isUsed}"))).Id();
        var first = await RunAsync(dataset);
        var name = (await api.GetJsonAsync($"/segments/{first}")).Text("name");
        if (isUsed)
        {
            await api.GetStringAsync($"/api/v1/segments/{first}/audience.csv");
            await WrittenDownAsync($"segment {first}, audience.csv");
        }
        await api.ImportAsync(Encoding.UTF8.GetBytes(Csv(20, 0, isTurned: true)), fields: [("datasetId", $"{dataset}"), ("options", """{"onMatch":"overwrite","onNew":"create"}""")]);

        var again = await api.GetJsonAsync($"/segments/{await RunAsync(dataset)}");

        Assert.Equal(isUsed, name == again.Text("name"));
    }

    private async Task WrittenDownAsync(string about)
    {
        var isThere = false;
        for (var i = 0; i < 100 && !isThere; i++)
        {
            await Task.Delay(100);
            await site.UseAsync(async db => isThere = await db.Audit.AnyAsync(e => e.About == about));
        }
        Assert.True(isThere);
    }

    [Fact]
    public async Task The_page_tells_why_a_segment_is_called_so()
    {
        var dataset = (await api.ImportAsync(Csv(20, 0), ("name", "Reasons"))).Id();

        var page = await OpenAsync(await RunAsync(dataset));

        var card = page.QuerySelectorAll(".card").Single(c => c.QuerySelector("h2")?.TextContent.StartsWith("Named so because", StringComparison.Ordinal) == true);
        Assert.Equal(["a: 2 against 97 of the others (large)", "b: 2 against 97 of the others (large)"], card.QuerySelectorAll("li").Select(li => li.TextContent));
    }

    private async Task<(int Dataset, int Segment)> TwiceAsync(string name, int age)
    {
        var dataset = (await api.ImportAsync(Csv(20, 0), ("name", name))).Id();
        await NameAsync(await RunAsync(dataset), "Young ones");
        var second = await api.ImportAsync(Encoding.UTF8.GetBytes(Csv(age, 1)), fields: [("datasetId", $"{dataset}"), ("options", """{"onMatch":"overwrite","onNew":"create"}""")]);
        Assert.Equal(10, second.GetProperty("rows").Int("updated"));
        return (dataset, await RunAsync(dataset));
    }

    /// <summary>Ten customers in two groups by a and b; the ages of the first group begin as given, and a grows by what is added. Turned, those low in a are high in b.</summary>
    private static string Csv(int age, int added, bool isTurned = false) => "id,a,b,Age\n"
        + string.Concat(Enumerable.Range(0, 10).Select(i => i < 5 ? $"k{i},{i + added},{(isTurned ? 99 - i : i)},{age + 2 * i}\n" : $"k{i},{90 + i + added},{(isTurned ? 9 - i : 90 + i)},{(added == 0 ? 47 : 51) + 2 * i}\n"));

    /// <summary>The segment that k0 is in.</summary>
    private async Task<int> RunAsync(int dataset)
    {
        var run = await api.RunAsync(new { datasetId = dataset, k = 2, features = new[] { "a", "b" } });
        Assert.Equal("completed", run.Text("status"));
        return run.Items("segments").First(s => s.GetProperty("means").Number("a") < 50).Id();
    }

    private async Task NameAsync(int segment, string name) => await (await api.PatchAsJsonAsync($"/api/v1/segments/{segment}", new { name })).JsonAsync();

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(int segment) => await (await site.SignedInAsync()).OpenAsync($"/segments/{segment}");
}
