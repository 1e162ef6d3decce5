using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Tests.Imports;

/// <summary>A file into a data set that is there: a new version, and the way back.</summary>
public sealed class SecondFileTests(Site site) : IClassFixture<Site>
{
    private const string First = "Customer ID,City,Age,Income\nA1,Wien,30,10\nA2,Graz,40,20\nA3,Linz,,30\n";
    private const string Second = "Income,Customer ID,Age,Visits\n11,a1,30,1\n20,A2,40,\n99,A3,33,3\n40,A4,50,4\n41,A4,51,5\nx,A5,1,1\n";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Customers_are_brought_up_to_date_whatever_the_order_of_the_columns()
    {
        var id = await FirstAsync("Up to date");

        var set = await SecondAsync(id);

        var rows = set.GetProperty("rows");
        Assert.Equal((6, 1, 2, 1, 1, 1), (rows.Int("read"), rows.Int("imported"), rows.Int("updated"), rows.Int("unchanged"), rows.Int("duplicate"), rows.Int("rejected")));
        Assert.Equal(2, set.Int("version"));
        Assert.Equal(["A1|Wien|30|11|1", "A2|Graz|40|20|", "A3|Linz|33|99|3", "A4||50|40|4"], await CustomersAsync(id));
    }

    [Theory]
    [InlineData("""{"onMatch":"fill"}""", "A1|Wien|30|10|1", "A3|Linz|33|30|3", "A4||50|40|4")]
    [InlineData("""{"onMatch":"skip"}""", "A1|Wien|30|10|", "A3|Linz||30|", "A4||50|40|4")]
    [InlineData("""{"onNew":"skip"}""", "A1|Wien|30|11|1", "A3|Linz|33|99|3", null)]
    [InlineData("""{"onDuplicate":"last"}""", "A1|Wien|30|11|1", "A3|Linz|33|99|3", "A4||51|41|5")]
    public async Task What_happens_to_known_and_new_customers_is_a_choice(string options, string a1, string a3, string? a4)
    {
        var id = await FirstAsync("Choice " + options);

        var set = await SecondAsync(id, options);

        var customers = await CustomersAsync(id);
        Assert.Equal((a1, a3, a4), (customers[0], customers[2], customers.ElementAtOrDefault(3)));
        var rows = set.GetProperty("rows");
        Assert.Equal(rows.Int("read"), rows.EnumerateObject().Where(r => r.Name != "read").Sum(r => r.Value.GetInt32()));
    }

    [Fact]
    public async Task A_column_wished_for_twice_is_two()
    {
        var set = await api.ImportAsync("Customer ID,Age\nA1,30\nA2,40\nA3,50\n", ("name", "Twice"),
            ("columns", """[{"source": "Age", "role": "number"}, {"source": "Age", "name": "Age group", "role": "category"}]"""));

        Assert.StartsWith("Customer ID,Age,Age group\r\nA1,30,30\r\n", await api.GetStringAsync($"/api/v1/datasets/{set.Id()}/customers.csv"));
    }

    [Fact]
    public async Task What_it_changed_can_be_downloaded_value_by_value()
    {
        var id = await FirstAsync("Changed");
        await SecondAsync(id);

        Assert.Equal("Customer ID,column,before,after\r\nA1,Income,10,11\r\nA1,Visits,,1\r\nA3,Age,,33\r\nA3,Income,30,99\r\nA3,Visits,,3\r\n",
            await api.GetStringAsync($"/api/v1/datasets/{id}/changes.csv"));
        Assert.NotNull((await (await site.SignedInAsync()).OpenAsync($"/datasets/{id}")).QuerySelector($"a[href='/datasets/{id}/changes.csv']"));
    }

    [Fact]
    public async Task The_last_of_several_rows_counts_also_for_a_customer_who_was_there()
    {
        var id = await FirstAsync("Last");

        var set = await SecondAsync(id, """{"onDuplicate":"last"}""", "Customer ID,Age\nA1,30\nA1,31\nA2,41\nA2,40\n");

        var rows = set.GetProperty("rows");
        Assert.Equal((4, 0, 1, 1, 2), (rows.Int("read"), rows.Int("imported"), rows.Int("updated"), rows.Int("unchanged"), rows.Int("duplicate")));
        Assert.Equal(["A1|Wien|31|10", "A2|Graz|40|20", "A3|Linz||30"], await CustomersAsync(id));
    }

    [Fact]
    public async Task Taking_it_back_leaves_the_data_set_as_it_was()
    {
        var id = await FirstAsync("Back");
        var before = await CustomersAsync(id);
        var columns = (await api.GetJsonAsync($"/datasets/{id}")).GetProperty("columns").ToString();
        await SecondAsync(id);

        await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);

        Assert.Equal(before, await CustomersAsync(id));
        var set = await api.GetJsonAsync($"/datasets/{id}");
        Assert.Equal((1, columns), (set.Int("version"), set.GetProperty("columns").ToString()));
    }

    [Fact]
    public async Task A_run_keeps_its_customers_when_its_version_is_taken_back()
    {
        var id = await FirstAsync("Pinned");
        var before = await CustomersAsync(id);
        await SecondAsync(id);
        var run = (await api.RunAsync(new { datasetId = id, k = 2, features = new[] { "Age", "Income" } })).Id();
        var assigned = await api.GetStringAsync($"/api/v1/runs/{run}/assignments.csv");

        await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);

        Assert.Equal([.. before.Select(row => row + "|")], await CustomersAsync(id));
        Assert.Equal(assigned, await api.GetStringAsync($"/api/v1/runs/{run}/assignments.csv"));
        Assert.Equal(3, (await SecondAsync(id, "{}", "Customer ID,Age\nA9,9\n")).Int("version") - 1);
        Assert.Equal(4, (await CustomersAsync(id)).Count);
    }

    [Fact]
    public async Task The_same_file_again_is_nothing_new()
    {
        var id = await FirstAsync("Again");
        await SecondAsync(id);

        var answer = await api.SendFileAsync(System.Text.Encoding.UTF8.GetBytes(Second), "second.csv", ("datasetId", $"{id}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, (await api.GetJsonAsync($"/datasets/{id}")).Int("version"));
    }

    [Theory]
    [InlineData("Name,Age\nx,1\ny,2\n", HttpStatusCode.BadRequest, "knows its customers by \"Customer ID\"")]
    public async Task A_file_without_the_key_is_refused(string csv, HttpStatusCode status, string reason)
    {
        var id = await FirstAsync("Keyless file");

        var answer = await api.SendFileAsync(System.Text.Encoding.UTF8.GetBytes(csv), "second.csv", ("datasetId", $"{id}"), ("columns", """[{"source":"Name","role":"text"}]"""));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail"));
    }

    [Fact]
    public async Task A_data_set_without_a_key_cannot_be_brought_up_to_date()
    {
        var id = (await api.ImportAsync("Age,Income\n1,2\n1,2\n3,4\n", ("name", "No key"))).Id();

        var answer = await api.SendFileAsync("Age,Income\n5,6\n"u8.ToArray(), "second.csv", ("datasetId", $"{id}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("no key column", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_data_set_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await api.SendFileAsync("id,Age\n1,2\n"u8.ToArray(), "second.csv", ("datasetId", "99999"))).StatusCode);

    [Fact]
    public async Task A_second_file_that_cannot_be_used_changes_nothing()
    {
        var id = await FirstAsync("Unusable");
        var before = await CustomersAsync(id);

        var set = await SecondAsync(id, "{}", "Customer ID,Age,Visits\nA1,x,1\nA2,y,2\nA3,3,3\n", """[{"source":"Age","role":"number"}]""");

        Assert.Equal("failed", set.Text("status"));
        Assert.Equal(before, await CustomersAsync(id));
        Assert.Equal(4, set.Items("columns").Count);
    }

    private async Task<int> FirstAsync(string name) => (await api.ImportAsync(First, ("name", name))).Id();

    private Task<JsonElement> SecondAsync(int id, string options = "{}", string csv = Second, string columns = "[]") =>
        api.ImportAsync(csv, ("datasetId", $"{id}"), ("options", options), ("columns", columns));

    private async Task<List<string>> CustomersAsync(int id) =>
        [.. (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Select(c => string.Join('|', c.EnumerateObject().Select(v => v.Value.ToString()))).Order(StringComparer.Ordinal)];
}
