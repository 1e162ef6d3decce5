using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Imports;

public sealed class ImportCustomersTests(Site site) : IClassFixture<Site>
{
    private const string Flawed = "id,age,city\na1,30,Rome\na2,old,Rome\na3,40\na4,50,Oslo\n,60,Oslo\na5,70,Oslo\na6,71,Oslo\na7,72,Oslo\na8,73,Oslo\na9,74,Oslo\nb1,75,Oslo\n";
    private const string Twice = "id,age\na1,30\nA1 ,31\na2,40\na3,50\n";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Rows_that_cannot_be_used_are_listed_with_line_and_reason()
    {
        var set = await api.ImportAsync(Flawed, ("columns", """[{"source":"id","role":"key"},{"source":"age","role":"number"}]"""));

        var rejects = (await api.GetStringAsync($"/api/v1/datasets/{set.Id()}/rejects.csv")).TrimEnd().Split("\r\n");
        Assert.Equal((11, 8, 3), Counts(set));
        Assert.Equal("line,row,reason", rejects[0]);
        Assert.StartsWith("3,\"a2,old,Rome\",\"age is \"\"old\"\"", rejects[1]);
        Assert.StartsWith("4,\"a3,40\",", rejects[2]);
        Assert.Equal("6,\",60,Oslo\",the customer key is missing", rejects[3]);
    }

    [Fact]
    public async Task More_than_three_in_ten_rejected_stop_the_import_unless_one_says_go_on()
    {
        const string csv = "id,age\na1,1\na2,2\na3,x\na4,y\n";
        const string columns = """[{"source":"id","role":"key"},{"source":"age","role":"number"}]""";

        var stopped = await api.ImportAsync(csv, ("name", "Stopped"), ("columns", columns));
        var gone = await api.ImportAsync(csv, ("name", "Gone on"), ("columns", columns), ("options", """{"acceptManyRejects":true}"""));

        Assert.Equal(("failed", 0), (stopped.Text("status"), stopped.Int("version")));
        Assert.Equal((4, 0, 2), Counts(stopped));
        Assert.Equal(2, stopped.GetProperty("rows").Int("excluded"));
        Assert.Contains("2 of 4 rows (50 %) cannot be used", stopped.Text("error"));
        Assert.Contains("line 4", stopped.Text("error"));
        Assert.Equal(("ready", (4, 2, 2)), (gone.Text("status"), Counts(gone)));
    }

    [Fact]
    public async Task A_stopped_import_can_be_looked_into_and_its_good_rows_taken()
    {
        var ada = await site.SignedInAsync();
        var id = (await api.ImportAsync("id,age\na1,1\na2,2\na3,x\na4,y\n", ("name", "Half"), ("columns", """[{"source":"id","role":"key"},{"source":"age","role":"number"}]"""))).Id();

        var rejects = await api.GetStringAsync($"/api/v1/datasets/{id}/rejects.csv");
        await ada.SubmitAsync($"/datasets/{id}", "form[action*=Accept]");

        Assert.Contains("a3,x", rejects);
        var taken = await api.WaitAsync($"/datasets/{id}");
        Assert.Equal(("ready", (4, 2, 2)), (taken.Text("status"), Counts(taken)));
    }

    [Fact]
    public async Task Stopping_at_the_first_bad_row_keeps_nothing()
    {
        var set = await api.ImportAsync(Flawed, ("name", "Strict"), ("options", """{"onBadRow":"fail"}"""), ("columns", """[{"source":"id","role":"key"},{"source":"age","role":"number"}]"""));

        Assert.Equal("failed", set.Text("status"));
        Assert.StartsWith("Line 3: age is \"old\"", set.Text("error"));
    }

    [Theory]
    [InlineData("first", 3, 1, 0, 30)]
    [InlineData("last", 3, 1, 0, 31)]
    [InlineData("reject", 3, 0, 1, 30)]
    public async Task A_key_that_occurs_again_is_treated_as_chosen(string choice, int imported, int duplicate, int rejected, double age)
    {
        var set = await api.ImportAsync(Twice, ("name", choice), ("options", $$"""{"onDuplicate":"{{choice}}"}"""), ("columns", """[{"source":"id","role":"key"}]"""));

        var rows = set.GetProperty("rows");
        Assert.Equal((4, imported, duplicate, rejected), (rows.Int("read"), rows.Int("imported"), rows.Int("duplicate"), rows.Int("rejected")));
        var customers = (await api.GetJsonAsync($"/datasets/{set.Id()}/customers")).Items();
        Assert.Equal(age, customers.Single(c => c.Text("id")!.Equals("a1", StringComparison.OrdinalIgnoreCase)).Number("age"));
        Assert.Equal((age + 90) / 3, set.Find("columns", "age").Number("mean"), 1e-12);
    }

    [Theory]
    [InlineData("keep", 7, 1, 51)]
    [InlineData("median", 7, 0, 51)]
    [InlineData("reject", 6, 0, 51)]
    public async Task A_missing_value_is_treated_as_chosen(string choice, int imported, int missing, double median)
    {
        var set = await api.ImportAsync(Shoppers.TwoGroups, ("name", choice), ("options", $$"""{"onMissing":"{{choice}}"}"""));

        var income = set.Find("columns", "Income (k$)");
        Assert.Equal((imported, missing, median), (set.GetProperty("rows").Int("imported"), income.Int("missing"), income.Number("median")));
        Assert.Equal(7 - imported, set.GetProperty("rows").Int("rejected"));
    }

    [Fact]
    public async Task Without_a_key_column_customers_are_called_by_their_row()
    {
        var set = await api.ImportAsync("age,income\n30,10\n30,20\n40,10\n");

        Assert.Equal(["row 1", "row 2", "row 3"], (await api.GetJsonAsync($"/datasets/{set.Id()}/customers")).Items().Select(c => c.Text("Customer")));
    }

    [Fact]
    public async Task The_view_has_the_customers_under_the_names_of_the_file_for_any_tool()
    {
        var id = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "View"))).Id();

        Assert.Equal(["A1|Female|10|11", "C1|Male||50"], Query($"""SELECT "Customer ID", "Gender", "Income (k$)", "Spending" FROM dataset_{id} WHERE "Customer ID" IN ('A1', 'C1')"""));
        await api.PostJsonAsync($"/datasets/{id}/undo", null, System.Net.HttpStatusCode.OK);
        Assert.Equal(["0"], Query($"SELECT count(*) FROM dataset_{id}"));
    }

    [Fact]
    public async Task Statistics_equal_those_that_anybody_would_compute()
    {
        var csv = Shoppers.Many(997);
        var set = await api.ImportAsync(csv, ("name", "Statistics"));
        var lines = csv.TrimEnd().Split('\n');

        foreach (var (name, column) in new[] { ("Age", 2), ("Income (k$)", 3), ("Spending", 4) })
        {
            var values = lines[1..].Select(l => double.Parse(l.Split(',')[column], CultureInfo.InvariantCulture)).Order().ToArray();
            var found = set.Find("columns", name);
            Assert.Equal((0, values.Distinct().Count(), values[0], values[^1], values[498]), (found.Int("missing"), found.Int("distinct"), found.Number("min"), found.Number("max"), found.Number("median")));
            Assert.Equal(values.Average(), found.Number("mean"), 1e-9);
            Assert.Equal(Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / values.Length), found.Number("standardDeviation"), 1e-9);
        }
        Assert.Equal((7, 997), (set.Find("columns", "City").Int("distinct"), set.Find("columns", "Customer ID").Int("distinct")));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ada\list.csv", "list.csv")]
    [InlineData("<script>alert(1)</script>.csv", "script>.csv")]
    [InlineData("a\u202Ebcd.csv", "abcd.csv")]
    [InlineData("..", "customers.csv")]
    public async Task The_name_of_a_file_is_shown_and_is_no_path(string sent, string kept)
    {
        var set = await api.ImportAsync(Encoding.UTF8.GetBytes($"id,a\nx{string.Join('-', sent.Select(c => (int)c))},1\nx2,2\n"), sent);

        Assert.Equal(kept, set.Text("fileName"));
        Assert.All(Directory.GetFiles(Path.Combine(site.Folder, "storage", "uploads")), file => Assert.Matches("^[0-9a-f]{32}\\.csv(\\.gz)?$", Path.GetFileName(file)));
        Assert.Contains(kept, (await (await site.SignedInAsync()).OpenAsync("/datasets")).Body!.TextContent);
    }

    [Fact]
    public async Task A_name_of_thousands_of_characters_is_shortened()
    {
        var ada = await site.SignedInAsync();

        var match = (await ada.UploadAsync($"{new string('n', 5_000)}.csv", "long id,a\nx1,1\nx2,2\n")).Headers.Location!.OriginalString;

        var shown = (await ada.OpenAsync(match)).QuerySelector(".heading .muted")!.TextContent;
        Assert.Equal(200, shown.Length);
    }

    [Fact]
    public async Task Of_many_long_rejected_rows_the_later_are_kept_by_their_beginning()
    {
        var csv = "id,a\n" + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"k{i},1\n")) + string.Concat(Enumerable.Range(0, 500).Select(i => $"r{i},{new string('x', 9_900)}\n"));
        var set = await api.ImportAsync(csv, ("name", "Long rejects"), ("columns", """[{"source":"a","role":"number"}]"""));

        Assert.Equal(500, set.GetProperty("rows").Int("rejected"));
        var lengths = (await api.GetStringAsync($"/api/v1/datasets/{set.Id()}/rejects.csv")).Split("\r\n").Skip(1).SkipLast(1).Select(line => line.Length).ToList();
        Assert.Equal(500, lengths.Count);
        Assert.InRange(lengths[0], 9_900, 10_100);
        Assert.InRange(lengths[^1], 200, 400);
    }

    [Fact]
    public async Task A_search_finds_keys_and_texts_whatever_stands_in_it()
    {
        var id = (await api.ImportAsync("id,city\na_1,100% Rome\na21,Oslo\nb%3,It's\n", ("name", "Search"), ("columns", """[{"source":"id","role":"key"},{"source":"city","role":"text"}]"""))).Id();

        async Task<string> FoundAsync(string words) => string.Join(' ', (await api.GetJsonAsync($"/datasets/{id}/customers?search={Uri.EscapeDataString(words)}")).Items().Select(c => c.Text("id")));

        Assert.Equal("a_1", await FoundAsync("A_1"));
        Assert.Equal("a_1 b%3", await FoundAsync("%"));
        Assert.Equal("a21", await FoundAsync("oslo"));
        Assert.Equal("b%3", await FoundAsync("it's"));
        Assert.Equal("", await FoundAsync("' OR 1=1 --"));
    }

    private static (int Read, int Imported, int Rejected) Counts(JsonElement set) =>
        (set.GetProperty("rows").Int("read"), set.GetProperty("rows").Int("imported"), set.GetProperty("rows").Int("rejected"));

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={site.Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }
        return rows;
    }
}
