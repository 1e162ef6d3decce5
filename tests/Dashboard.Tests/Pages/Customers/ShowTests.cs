using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Pages.Customers;

public sealed class ShowTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task A_customer_is_shown_beside_the_average_with_every_segment()
    {
        var page = await (await site.SignedInAsync()).OpenAsync("/customers/b1");

        Assert.Equal("B1", page.QuerySelector("h1")!.TextContent);
        var income = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Income");
        Assert.Equal(["90 k$", "51", "▲ 1.0 σ"], income.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["High income, high spending"], page.QuerySelectorAll("a[href^='/segments/']").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Programs_get_the_same()
    {
        var customer = await site.Api().GetJsonAsync("/customers/B1");

        var record = Assert.Single(customer.Items("datasets"));
        Assert.Equal(("B1", 90), (customer.Text("key"), record.GetProperty("values").Number("Income (k$)")));
        var segment = Assert.Single(record.Items("segments"));
        Assert.Equal((site.SegmentIds[1], site.RunId, true), (segment.Id(), segment.Int("runId"), segment.GetProperty("active").GetBoolean()));
    }

    [Fact]
    public async Task Who_was_left_out_is_in_no_segment()
    {
        var record = (await site.Api().GetJsonAsync("/customers/C1")).Items("datasets")[0];

        Assert.Empty(record.Items("segments"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, record.GetProperty("values").GetProperty("Income (k$)").ValueKind);
    }

    [Theory]
    [InlineData("a/b", "/customers/a/b")]
    [InlineData("a/b", "/customers/a%2Fb")]
    [InlineData("x?y#z", "/customers/x%3Fy%23z")]
    [InlineData("é 1%", "/customers/%C3%A9%201%25")]
    [InlineData("../up", "/customers?key=..%2Fup")]
    [InlineData("É 1%", "/customers/e%CC%81%201%25")]
    public async Task Keys_may_hold_anything(string key, string address)
    {
        await site.Api().ImportAsync("id,Age\na/b,1\nx?y#z,2\n../up,3\nÉ 1%,4\n", ("name", address), ("columns", """[{"source":"id","role":"key"}]"""));

        Assert.Equal(key, (await (await site.SignedInAsync()).OpenAsync(address)).QuerySelector("h1")!.TextContent, ignoreCase: true);
        Assert.Equal(key, (await site.Api().GetJsonAsync(address)).Text("key"), ignoreCase: true);
    }

    [Fact]
    public async Task A_key_that_several_data_sets_have_lists_each()
    {
        await site.Api().ImportAsync("id,Visits\nshared,1\n", ("name", "Shop"));
        await site.Api().ImportAsync("id,Orders\nSHARED,2\n", ("name", "Web"));

        var page = await (await site.SignedInAsync()).OpenAsync("/customers/Shared");

        Assert.Equal(["Shop", "Web"], page.QuerySelectorAll("h2 a").Select(a => a.TextContent));
        Assert.Equal(2, (await site.Api().GetJsonAsync("/customers/shared")).Items("datasets").Count);
    }

    [Fact]
    public async Task A_changed_customer_shows_what_changed_from_version_to_version()
    {
        var id = (await site.Api().ImportAsync("id,City,Age\nv1,Rome,30\nv2,Oslo,40\n", ("name", "Changing"))).Id();
        await RaiseAsync(id);

        var record = (await site.Api().GetJsonAsync("/customers/v1")).Items("datasets").Single(d => d.Int("datasetId") == id);
        var text = (await (await site.SignedInAsync()).OpenAsync("/customers/v1")).QuerySelector("main")!.TextContent;

        Assert.Equal(["1 2", "2 "], record.Items("versions").Select(v => $"{v.Int("from")} {v.GetProperty("to")}"));
        Assert.Equal(31, record.GetProperty("values").Number("Age"));
        Assert.Contains("Age: 30 → 31", text);
        Assert.DoesNotContain("City: ", text);
        Assert.False((await site.Api().GetJsonAsync("/customers/v2")).Items("datasets")[0].GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task Who_is_in_no_data_set_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync()).Client.GetAsync("/customers/nobody")).StatusCode);
        Assert.Contains("nobody", (await site.Api().GetJsonAsync("/customers/nobody", HttpStatusCode.NotFound)).Text("detail"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync()).Client.GetAsync("/customers")).StatusCode);
    }

    /// <summary>A second version in which the first customer is a year older and the second is gone.</summary>
    private Task RaiseAsync(int id) => site.UseAsync(async db =>
    {
        var table = $"customers_{id}";
        var sql = $"""
            UPDATE {table} SET to_version = 2;
            INSERT INTO {table} (key, from_version, c1, c2) SELECT key, 2, c1, c2 + 1 FROM {table} WHERE key = 'v1';
            UPDATE Datasets SET Version = 2 WHERE Id = {id};
            """;
        await db.Database.ExecuteSqlRawAsync(sql);
    });
}
