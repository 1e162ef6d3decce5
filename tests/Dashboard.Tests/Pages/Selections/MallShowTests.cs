using System.Text.Json;
using AngleSharp.Dom;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Pages.Selections;

/// <summary>Figures that others published for the mall customers, as people read them on the screen.</summary>
public sealed class MallShowTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Two = ["Annual Income (k$)", "Spending Score (1-100)"];

    [SkippableFact]
    public async Task Income_and_spending_show_the_published_silhouettes_and_the_knee_at_five()
    {
        var page = await AdviceOnAsync(Two);

        Assert.Equal(["–", "0.295", "0.467", "0.494", "0.555", "0.540", "0.528"], page.QuerySelectorAll(".scores tbody tr").Take(7).Select(Silhouette));
        Assert.Contains("bends at 5", page.QuerySelectorAll("svg text").Select(text => text.TextContent));
        Assert.Contains("highest at 5", page.QuerySelectorAll("svg text").Select(text => text.TextContent));
        Assert.StartsWith("No natural groups, but 5 segments that come back", Headline(page));
    }

    [SkippableFact]
    public async Task Three_features_are_not_sold_as_natural_groups()
    {
        var page = await AdviceOnAsync(["Age", .. Two]);

        Assert.StartsWith("No natural groups", Headline(page));
        Assert.Equal("0.427", Silhouette(page.QuerySelectorAll(".scores tbody tr")[5]));
    }

    private async Task<IDocument> AdviceOnAsync(string[] features)
    {
        var api = site.Api();
        // The second test is told that the file is there already.
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv")));
        var customers = (await api.WaitAsync($"/datasets/{JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Id()}")).Id();
        return await (await site.SignedInAsync()).OpenAsync($"/selections/{(await api.AdviseAsync(new { datasetId = customers, features })).Id()}");
    }

    /// <summary>Without the sign that marks a choice.</summary>
    private static string Silhouette(IElement row) => row.QuerySelectorAll("td")[1].TextContent.Trim() is { Length: > 5 } marked ? marked[..5] : row.QuerySelectorAll("td")[1].TextContent.Trim();

    private static string Headline(IDocument page) => page.QuerySelector(".verdict h2")!.TextContent.Trim();
}
