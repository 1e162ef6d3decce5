using System.Text.Json;

namespace Dashboard.Tests.Privacy;

/// <summary>Those who object take part in nothing, wherever one looks, and all totals agree on that.</summary>
public sealed class LeaveOutTests : IAsyncLifetime, IDisposable
{
    /// <summary>Two groups of four, each with one who objects.</summary>
    private const string People =
        """
        id,email,opt_out,x,y
        a1,ada@example.com,no,10,10
        a2,a2@example.com,,11,11
        a3,a3@example.com,no,9,9
        a4,a4@example.com,yes,10,11
        b1,b1@example.com,no,90,90
        b2,b2@example.com,no,91,91
        b3,b3@example.com,no,92,93
        b4,b4@example.com,Ja,90,92

        """;

    private readonly Site _site = new();
    private HttpClient _api = null!;
    private Visitor _ada = null!;
    private JsonElement _imported;
    private int _dataset;

    public async Task InitializeAsync()
    {
        (_api, _ada) = (_site.Api(), await _site.SignedInAsync());
        _imported = await _api.ImportAsync(People, ("name", "People"));
        _dataset = _imported.Id();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public void An_import_counts_them_apart_and_the_rows_still_add_up() =>
        Assert.Equal((8, 6, 2, 0), (Rows(_imported, "read"), Rows(_imported, "imported"), Rows(_imported, "suppressed"), Rows(_imported, "rejected")));

    [Fact]
    public async Task They_are_in_no_list_segment_file_or_report()
    {
        var run = await RunAsync();
        await SeenAsync(run, ["a1", "a2", "a3"], ["b1", "b2", "b3"]);
        var columns = (await _api.GetJsonAsync($"/datasets/{_dataset}")).Items("columns");
        Assert.Equal(92, columns.Single(c => c.Text("name") == "x").Number("max"));
        Assert.Equal(93, columns.Single(c => c.Text("name") == "y").Number("max"));
        Assert.Contains("2 customers are left out: 2 opted out or did not agree.", (await _ada.OpenAsync($"/datasets/{_dataset}")).Body!.TextContent);
        Assert.Contains("2 customers are left out", (await _ada.OpenAsync($"/datasets/{_dataset}/quality")).Body!.TextContent);
        Assert.True((await _api.GetJsonAsync("/customers/a4")).Items("datasets")[0].GetProperty("suppressed").GetBoolean());
    }

    [Fact]
    public async Task Who_comes_onto_the_list_leaves_what_was_found_before()
    {
        var run = await RunAsync();

        await AddAsync("  ADA+news@Example.com ");

        await SeenAsync(run, ["a2", "a3"], ["b1", "b2", "b3"]);
        Assert.Contains("3 customers are left out: 2 opted out or did not agree, 1 is on the suppression list.", (await _ada.OpenAsync($"/datasets/{_dataset}")).Body!.TextContent);
        Assert.Equal((2, 10.0), await MeanAsync(run, "x"));
    }

    [Fact]
    public async Task A_later_file_in_any_spelling_does_not_bring_them_back()
    {
        await AddAsync("ada@example.com");
        var again = await _api.ImportAsync("id,email,opt_out,x,y\nA1,Ada+x@EXAMPLE.com ,no,10,12\nnew,ada@example.com,no,1,1\nc1,c1@example.com,no,1,1\n", ("datasetId", $"{_dataset}"));
        var elsewhere = await _api.ImportAsync("key,mail,x\n7, ADA@example.com,1\n8,eve@example.com,2\n", ("name", "Elsewhere"), ("columns", """[{"source":"key","role":"key"},{"source":"mail","role":"text"}]"""));

        Assert.Equal((3, 1, 0, 2), (Rows(again, "read"), Rows(again, "imported"), Rows(again, "updated"), Rows(again, "suppressed")));
        Assert.Equal((2, 1, 1), (Rows(elsewhere, "read"), Rows(elsewhere, "imported"), Rows(elsewhere, "suppressed")));
        Assert.Equal(["a2", "a3", "b1", "b2", "b3", "c1"], await KeysAsync(_dataset));
        Assert.Equal(["8"], await KeysAsync(elsewhere.Id()));
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_is_back_as_they_were()
    {
        var run = await RunAsync();
        await AddAsync("ada@example.com");

        await _ada.SubmitAsync("/privacy", "form[action*=Remove]");

        await SeenAsync(run, ["a1", "a2", "a3"], ["b1", "b2", "b3"]);
        Assert.Equal((3, 10.0), await MeanAsync(run, "x"));
    }

    [Fact]
    public async Task An_older_run_follows_the_objections_of_today()
    {
        var run = await RunAsync();

        await _api.ImportAsync("id,email,opt_out,x,y\nb1,b1@example.com,yes,90,90\na4,a4@example.com,no,10,11\n", ("datasetId", $"{_dataset}"));
        await SeenAsync(run, ["a1", "a2", "a3"], ["b2", "b3"], ["a1", "a2", "a3", "b2", "b3", "a4"]);
        await _api.ImportAsync("id,email,opt_out,x,y\nb1,b1@example.com,no,90,90\n", ("datasetId", $"{_dataset}"));

        await SeenAsync(run, ["a1", "a2", "a3"], ["b1", "b2", "b3"], ["a1", "a2", "a3", "b2", "b3", "a4", "b1"]);
    }

    [Fact]
    public async Task Taking_an_import_back_takes_back_what_it_said_of_objections()
    {
        var run = await RunAsync();
        await _api.ImportAsync("id,email,opt_out,x,y\nb1,b1@example.com,yes,90,90\n", ("datasetId", $"{_dataset}"));

        await _api.PostJsonAsync($"/datasets/{_dataset}/undo", expected: System.Net.HttpStatusCode.OK);

        await SeenAsync(run, ["a1", "a2", "a3"], ["b1", "b2", "b3"]);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("fill")]
    public async Task An_objection_counts_even_where_a_file_may_change_nothing(string onMatch)
    {
        await _api.ImportAsync("id,email,opt_out,x,y\nb1,b1@example.com,yes,1,1\nb2,b2@example.com,no,1,1\n", ("datasetId", $"{_dataset}"), ("options", $$"""{"onMatch":"{{onMatch}}"}"""));

        Assert.Equal(["a1", "a2", "a3", "b2", "b3"], await KeysAsync(_dataset));
        Assert.Equal(90, (await _api.GetJsonAsync("/customers/b1")).Items("datasets")[0].GetProperty("values").Number("x"));
    }

    [Fact]
    public async Task Of_rows_with_one_key_the_last_decides_who_is_counted()
    {
        var last = await _api.ImportAsync("id,opt_out,x\n1,yes,1\n2,no,2\n1,no,3\n2,yes,4\n3,no,5\n3,no,6\n", ("name", "Twice"), ("options", """{"onDuplicate":"last"}"""),
            ("columns", """[{"source":"id","role":"key"},{"source":"opt_out","role":"opt-out"}]"""));

        Assert.Equal((6, 2, 3, 1), (Rows(last, "read"), Rows(last, "imported"), Rows(last, "duplicate"), Rows(last, "suppressed")));
        Assert.Equal(["1", "3"], await KeysAsync(last.Id()));
    }

    [Fact]
    public async Task Without_a_yes_in_an_opt_in_nobody_is_let_in()
    {
        var imported = await _api.ImportAsync("id,agreed,x\n1,yes,1\n2,,2\n3,no,3\n4,igen,4\n", ("name", "Agreed"), ("columns", """[{"source":"id","role":"key"},{"source":"agreed","role":"opt-in"}]"""));

        Assert.Equal((2, 2), (Rows(imported, "imported"), Rows(imported, "suppressed")));
        Assert.Equal(["1", "4"], await KeysAsync(imported.Id()));
    }

    [Fact]
    public async Task What_nobody_said_is_not_filled_in()
    {
        var imported = await _api.ImportAsync("id,agreed,objects,newsletter,x\n1,yes,yes,yes,1\n2,yes,no,yes,2\n3,,yes,yes,3\n4,yes,,,4\n5,yes,yes,yes,\n", ("name", "Said"), ("options", """{"onMissing":"median"}"""),
            ("columns", """[{"source":"id","role":"key"},{"source":"agreed","role":"opt-in"},{"source":"objects","role":"opt-out"},{"source":"newsletter","role":"consent"},{"source":"x","role":"number"}]"""));

        Assert.Equal(["2", "4"], await KeysAsync(imported.Id()));
        Assert.Equal(JsonValueKind.Null, (await _api.GetJsonAsync($"/datasets/{imported.Id()}/customers")).Items()[1].GetProperty("newsletter").ValueKind);
    }

    [Fact]
    public async Task Lines_of_orders_of_people_on_the_list_do_not_count()
    {
        await AddAsync("ada@example.com");
        var orders = await _api.ImportAsync("Customer ID,Order date,Amount\nada@example.com,2025-01-01,10\nbob@example.com,2025-01-02,20\nADA+2@example.com,2025-01-03,30\nbob@example.com,2025-01-04,5\n", ("name", "Orders"), ("kind", "transactions"));

        Assert.Equal((4, 2, 2), (Rows(orders, "read"), Rows(orders, "imported"), Rows(orders, "suppressed")));
        Assert.Equal(["bob@example.com"], await KeysAsync(orders.Id()));
    }

    [Fact]
    public async Task A_column_can_become_the_opt_out_later_and_stop_being_it()
    {
        var plain = await _api.ImportAsync("id,wish,x\n1,yes,1\n2,no,2\n3,yes,3\n4,no,4\n", ("name", "Wishes"), ("columns", """[{"source":"id","role":"key"},{"source":"wish","role":"text"}]"""));
        Assert.Equal(4, Rows(plain, "imported"));

        await SaveUseAsync(plain.Id(), "OptOut");
        Assert.Equal(["2", "4"], await KeysAsync(plain.Id()));
        await SaveUseAsync(plain.Id(), "Text");

        Assert.Equal(["1", "2", "3", "4"], await KeysAsync(plain.Id()));
    }

    [Fact]
    public async Task A_column_that_customers_are_compared_by_stays_what_it_is()
    {
        var imported = await _api.ImportAsync("id,group,x\n1,yes,1\n2,no,2\n3,yes,3\n4,no,4\n", ("name", "Compared"), ("columns", """[{"source":"id","role":"key"},{"source":"group","role":"category"},{"source":"x","role":"number"}]"""));
        await _api.RunAsync(new { datasetId = imported.Id(), k = 2, features = new[] { "group", "x" } });

        await SaveUseAsync(imported.Id(), "OptOut");

        Assert.Contains("compares customers by group", (await _ada.OpenAsync($"/datasets/{imported.Id()}/privacy")).Body!.TextContent);
        Assert.Equal(4, (await KeysAsync(imported.Id())).Count);
    }

    private async Task SaveUseAsync(int dataset, string use)
    {
        var path = $"/datasets/{dataset}/privacy";
        var name = (await _ada.OpenAsync(path)).QuerySelector("select")!.GetAttribute("name")!;
        await _ada.SubmitAsync(path, "form:has(select)", (name, use));
    }

    private Task<HttpResponseMessage> AddAsync(string address) => _ada.SubmitAsync("/privacy", "form:has(#people)", ("people", address), ("reason", "by letter"));

    private Task<JsonElement> RunAsync() => _api.RunAsync(new { datasetId = _dataset, k = 2, features = new[] { "x", "y" } });

    private async Task<(int Size, double Mean)> MeanAsync(JsonElement run, string feature)
    {
        var segment = (await _api.GetJsonAsync($"/runs/{run.Id()}")).Items("segments").MinBy(s => s.GetProperty("means").Number(feature));
        return (segment.Int("size"), segment.GetProperty("means").Number(feature));
    }

    /// <summary>Everywhere the same: these in the one segment, those in the other, nobody else; now, if that differs, who takes part in the data set.</summary>
    private async Task SeenAsync(JsonElement run, string[] low, string[] high, string[]? now = null)
    {
        string[] both = [.. low, .. high];
        Assert.Equal(now ?? both, await KeysAsync(_dataset));
        Assert.Equal(now ?? both, Lines(await _api.GetStringAsync($"/api/v1/datasets/{_dataset}/customers.csv")));
        Assert.Equal(both, Lines(await _api.GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv"), line => line.Split(',')[1].Length > 0));
        var answer = await _api.GetJsonAsync($"/runs/{run.Id()}");
        var segments = answer.Items("segments").OrderBy(s => s.GetProperty("means").Number("x")).ToList();
        Assert.Equal((both.Length, 1.0), (answer.Int("rowsUsed"), segments.Sum(s => s.Number("share"))));
        foreach (var (segment, members) in segments.Zip([low, high]))
        {
            Assert.Equal(members.Length, segment.Int("size"));
            Assert.Equal(members, Lines(await _api.GetStringAsync($"/api/v1/segments/{segment.Id()}/audience.csv")));
            Assert.Equal(members, Lines(await _api.GetStringAsync($"/api/v1/segments/{segment.Id()}/audience.csv?tier=full")).Order());
            Assert.Equal(both, Lines(await _api.GetStringAsync($"/api/v1/segments/{segment.Id()}/audience.csv?tier=near&size=99")).Order());
            Assert.Contains($"{members.Length} customers, ", (await _ada.OpenAsync($"/segments/{segment.Id()}/report")).Body!.TextContent);
        }
        var scatter = await _api.GetStringAsync($"/api/v1/runs/{run.Id()}/charts/scatter.svg");
        Assert.Equal(both.Length, System.Text.RegularExpressions.Regex.Count(scatter, "<title>(?!Middle of )[^<]* · x "));
        await _ada.OpenAsync($"/runs/{run.Id()}");
    }

    private async Task<List<string>> KeysAsync(int dataset)
    {
        var listed = await _api.GetJsonAsync($"/datasets/{dataset}/customers");
        var page = await _ada.OpenAsync($"/datasets/{dataset}/customers");
        var keys = listed.Items().ConvertAll(c => c.EnumerateObject().First().Value.GetString()!);
        Assert.Equal(keys, page.QuerySelectorAll("main tbody th").Select(th => th.TextContent.Trim()));
        return keys;
    }

    private static IEnumerable<string> Lines(string csv, Func<string, bool>? wanted = null) =>
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(wanted ?? (_ => true)).Select(line => line.Split(',')[0]);

    private static int Rows(JsonElement dataset, string what) => dataset.GetProperty("rows").Int(what);
}
