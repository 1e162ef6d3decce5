using System.Globalization;
using System.Text;

namespace Dashboard.Tests.Runs;

public sealed class SensitiveColumnsTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_column_that_is_marked_is_checked_and_warned_of_and_one_that_is_unmarked_is_not()
    {
        var ada = await site.SignedInAsync();
        var imported = await api.ImportAsync(Customers(), ("name", "Marked"), ("columns", """[{"source":"pet","sensitive":true},{"source":"gender","sensitive":false}]"""));
        var run = await api.RunAsync(new { datasetId = imported.Id(), k = 2, features = new[] { "x", "y" } });
        var segment = $"/segments/{run.Items("segments")[0].Id()}";

        Assert.True(imported.Find("columns", "pet").GetProperty("sensitive").GetBoolean());
        Assert.False(imported.Find("columns", "gender").GetProperty("sensitive").GetBoolean());
        Assert.Contains("pet is", await FairAsync(ada, segment));
        Assert.DoesNotContain("gender", await FairAsync(ada, segment));
        Assert.Equal(["pet"], await WarnedAsync(ada, imported.Id()));

        var path = $"/datasets/{imported.Id()}/privacy";
        var gender = (await ada.OpenAsync(path)).QuerySelector("input[aria-label='gender is sensitive']")!.GetAttribute("value")!;
        await ada.SubmitAsync(path, "form:has(select)", ("sensitive", gender));

        Assert.Equal(["gender"], await WarnedAsync(ada, imported.Id()));
        Assert.DoesNotContain("pet", await FairAsync(ada, segment));
        Assert.Contains("gender: marked as sensitive since", await FairAsync(ada, segment));
    }

    [Fact]
    public async Task Without_a_word_from_anybody_the_name_decides()
    {
        var columns = await api.ImportAsync(Customers().Replace("pet", "religion"), ("name", "Named"));

        Assert.Equal(["gender", "religion"], columns.Items("columns").Where(c => c.GetProperty("sensitive").GetBoolean()).Select(c => c.Text("name")!).Order());
    }

    private static async Task<string> FairAsync(Visitor ada, string segment) =>
        (await ada.OpenAsync(segment)).QuerySelectorAll("section").FirstOrDefault(s => s.QuerySelector("h2")?.TextContent.Contains("be fair") == true)?.TextContent ?? "";

    private static async Task<IEnumerable<string>> WarnedAsync(Visitor ada, int dataset) =>
        (await ada.OpenAsync($"/runs/new?datasetId={dataset}")).QuerySelectorAll(".choice").Where(c => c.TextContent.Contains("sensitive:")).Select(c => c.QuerySelector("b")!.TextContent);

    private static string Customers()
    {
        var csv = new StringBuilder("id,pet,gender,x,y\n");
        for (var i = 0; i < 40; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"C{i},{(i % 2 == 0 ? "dog" : "cat")},{(i % 3 == 0 ? "f" : "m")},{i % 2 * 50 + i % 5},{i % 2 * 50 + i % 7}\n");
        }
        return csv.ToString();
    }
}
