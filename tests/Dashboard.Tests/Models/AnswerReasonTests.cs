namespace Dashboard.Tests.Models;

public sealed class AnswerReasonTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_feature_that_decides_is_named_first_and_one_that_tells_nothing_last()
    {
        var api = site.Api();
        var customers = "Id,Visits,Age\n" + string.Join('\n', Enumerable.Range(0, 300).Select(i => $"{i},{(i % 3 == 0 ? 90 + i % 7 : 10 + i % 7)},{30 + i % 5}"));
        var dataset = (await api.ImportAsync(customers, ("name", "Visitors"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = new[] { "Visits", "Age" }, k = 2, scaling = "none" })).Id();

        var page = await (await site.SignedInAsync()).OpenAsync($"/predictions?runId={run}&values=92&values=31");

        // Two thirds of the others come seldom; with their visits the answer would be the other one.
        var rows = page.QuerySelectorAll("[aria-label='What the answer rests on'] tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Matches("^Visits.*6[67] % of cases$", rows[0]);
        Assert.Matches("^Age.* 0 % of cases$", rows[1]);
    }
}
