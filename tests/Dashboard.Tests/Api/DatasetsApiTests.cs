using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Tests.Api;

public sealed class DatasetsApiTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task An_import_is_accepted_with_the_address_to_ask_at()
    {
        var answer = await api.SendFileAsync(Shoppers.TwoGroups, ("name", "Accepted"));

        var accepted = await answer.JsonAsync(HttpStatusCode.Accepted);
        var self = $"/api/v1/datasets/{accepted.Id()}";
        Assert.Equal("queued", accepted.Text("status"));
        Assert.Equal(self, accepted.GetProperty("links").Text("self"));
        Assert.Equal(self, answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(self)).StatusCode);
    }

    [Fact]
    public async Task A_data_set_tells_all_about_its_import_and_its_columns()
    {
        var set = await api.ImportAsync(Encoding.UTF8.GetBytes(Shoppers.TwoGroups), "spring_shoppers.csv");

        Assert.Equal(("spring shoppers", "customers", "spring_shoppers.csv", "ready"), (set.Text("name"), set.Text("kind"), set.Text("fileName"), set.Text("status")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Shoppers.TwoGroups))), set.Text("sha256"));
        Assert.Equal((1, 1.0), (set.Int("version"), set.Number("progress")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, set.GetProperty("error").ValueKind);
        Assert.Equal(["Customer ID:key", "Gender:category", "Income (k$):number", "Spending:number"], set.Items("columns").Select(c => $"{c.Text("name")}:{c.Text("role")}"));
        var income = set.Find("columns", "Income (k$)");
        Assert.Equal(("k$", 1, 6, 10.0, 92.0, 51.0), (income.Text("unit"), income.Int("missing"), income.Int("distinct"), income.Number("min"), income.Number("max"), income.Number("median")));
        Assert.Equal(51.0, income.Number("mean"), 1e-12);
        Assert.Equal(Math.Sqrt((41 * 41 + 40 * 40 + 39 * 39) * 2 / 6.0), income.Number("standardDeviation"), 1e-12);
    }

    [Fact]
    public async Task All_row_counts_are_there_and_add_up()
    {
        var rows = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Counts"))).GetProperty("rows");

        Assert.Equal(["read", "imported", "updated", "unchanged", "duplicate", "rejected", "suppressed", "excluded"], rows.EnumerateObject().Select(p => p.Name));
        Assert.Equal(rows.Int("read"), rows.EnumerateObject().Skip(1).Sum(p => p.Value.GetInt32()));
        Assert.Equal(7, rows.Int("imported"));
    }

    [Fact]
    public async Task The_same_file_with_the_same_name_and_options_is_the_same_data_set()
    {
        var first = await api.ImportAsync(Shoppers.Many(10), ("name", "Once"));

        var again = await (await api.SendFileAsync(Shoppers.Many(10), ("name", "Once"))).JsonAsync(HttpStatusCode.OK);
        var renamed = await (await api.SendFileAsync(Shoppers.Many(10), ("name", "Twice"))).JsonAsync(HttpStatusCode.Accepted);
        var chosen = await (await api.SendFileAsync(Shoppers.Many(10), ("name", "Once"), ("options", """{"onDuplicate":"last"}"""))).JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal((first.Id(), "ready"), (again.Id(), again.Text("status")));
        Assert.Equal(3, new[] { first.Id(), renamed.Id(), chosen.Id() }.Distinct().Count());
    }

    [Fact]
    public async Task The_same_file_sent_ten_times_at_once_is_imported_once()
    {
        var file = Shoppers.Many(12);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.SendFileAsync(file, ("name", "At once"))));

        var ids = await Task.WhenAll(answers.Select(async a => System.Text.Json.JsonDocument.Parse(await a.Content.ReadAsStringAsync()).RootElement.Id()));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Undoing_takes_the_customers_away_and_works_once()
    {
        var id = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Undone"))).Id();

        var undone = await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);

        Assert.Equal(("undone", 0), (undone.Text("status"), undone.Int("version")));
        await api.GetJsonAsync($"/datasets/{id}/customers", HttpStatusCode.Conflict);
        await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.Conflict);
        await api.PostJsonAsync("/runs", new { datasetId = id }, HttpStatusCode.Conflict);
        Assert.NotEqual(id, (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Undone"))).Id());
    }

    [Fact]
    public async Task Cancelling_what_has_ended_is_a_conflict()
    {
        var id = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Ended"))).Id();

        var problem = await api.PostJsonAsync($"/datasets/{id}/cancellation", null, HttpStatusCode.Conflict);

        Assert.Equal("This import has ended already.", problem.Text("detail"));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/customers")]
    [InlineData("GET", "/rejects.csv")]
    [InlineData("POST", "/undo")]
    [InlineData("POST", "/cancellation")]
    public async Task A_data_set_that_does_not_exist_is_not_found(string method, string path)
    {
        var answer = await api.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/v1/datasets/999{path}"));

        Assert.Contains("999", (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("detail"));
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page()
    {
        foreach (var name in new[] { "Page a", "Page b", "Page c" })
        {
            await api.ImportAsync(Shoppers.TwoGroups, ("name", name));
        }
        var all = (await api.GetJsonAsync("/datasets")).Items().Select(d => d.Id()).ToList();

        var walked = new List<int>();
        for (long? after = 0; after is not null;)
        {
            var page = await api.GetJsonAsync($"/datasets?take=2&after={after}");
            Assert.InRange(page.Items().Count, 1, 2);
            walked.AddRange(page.Items().Select(d => d.Id()));
            after = page.GetProperty("next").ValueKind == System.Text.Json.JsonValueKind.Null ? null : page.GetProperty("next").GetInt64();
        }

        Assert.Equal(all, walked);
        Assert.Equal(all.Order(), all);
    }

    [Theory]
    [InlineData("?take=-1")]
    [InlineData("?take=2147483647")]
    [InlineData("?after=-5")]
    public async Task Unusual_paging_is_clamped(string query) => await api.GetJsonAsync("/datasets" + query);

    [Theory]
    [InlineData("?take=1e9")]
    [InlineData("?take=2147483648")]
    [InlineData("?after=x")]
    public async Task Paging_that_is_no_number_is_refused(string query) =>
        Assert.NotNull((await api.GetJsonAsync("/datasets" + query, HttpStatusCode.BadRequest)).Text("detail"));
}
