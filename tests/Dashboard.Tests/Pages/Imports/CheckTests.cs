using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Tests.Pages.Imports;

/// <summary>From the columns over the check to the import: nothing is written before the last click.</summary>
public sealed class CheckTests(Site site) : IClassFixture<Site>
{
    private const string Mixed = "Customer ID;Age;Income\nA1;30;1,5\nA2;forty;2,5\nA3;;3,5\nA3;31;3,5\n;32;1\nA4;33;2\nA5;34;2\nA6;35;3\nA7;36;3\nA8;900;4\nA9;30;4\nA10;31;5\n"
        + "A11;31;5\nA12;31;5\nA13;31;5\nA14;31;5\nA15;31;5\nA16;31;5\nA17;31;5\nA18;31;5\nA19;31;5\nA20;31;5\nA21;31;5\n";

    [Fact]
    public async Task Five_numbers_add_up_to_the_rows_of_the_file()
    {
        var (ada, path) = await CheckAsync("five.csv", Mixed);

        var page = await ada.CheckedAsync(path);

        var numbers = page.QuerySelectorAll(".kpi b").Select(b => int.Parse(b.TextContent)).ToList();
        Assert.Equal([20, 0, 0, 1, 2], numbers);
        Assert.Contains("Together 23 rows", page.Body!.TextContent);
        Assert.Equal(23, numbers.Sum());
    }

    [Fact]
    public async Task Nothing_is_in_a_data_set_before_the_last_click()
    {
        var (ada, path) = await CheckAsync("nothing yet.csv", Mixed);

        await ada.CheckedAsync(path);

        Assert.DoesNotContain("nothing yet", (await ada.OpenAsync("/datasets")).Body!.TextContent);
    }

    [Fact]
    public async Task Errors_are_grouped_by_what_repairs_them()
    {
        var (ada, path) = await CheckAsync("grouped.csv", Mixed);

        var rows = (await ada.CheckedAsync(path)).QuerySelectorAll("table").First(t => t.TextContent.Contains("What to do")).QuerySelectorAll("tbody tr");

        Assert.Equal(["Age not a number", "Age nothing there", "The row the customer key is missing"],
            rows.Select(r => $"{r.Children[0].TextContent} {r.Children[1].TextContent}").Order());
        Assert.Contains("forty", rows.First(r => r.TextContent.Contains("not a number")).TextContent);
    }

    [Fact]
    public async Task A_repair_is_counted_before_it_is_imported_and_then_made()
    {
        var (ada, path) = await CheckAsync("repaired.csv", Mixed);
        await ada.CheckedAsync(path);

        var again = await SubmitAsync(ada, path, ("NotANumber", "Median"));

        Assert.Equal(path + "?again=true", again);
        var page = await ada.CheckedAsync(again);
        Assert.Equal("21", page.QuerySelector(".kpi b")!.TextContent);
        Assert.Contains("Counted again", page.Body!.TextContent);
        var dataset = (await ada.SubmitAsync(path, "main form")).Headers.Location!.OriginalString;
        var set = await site.Api().WaitAsync(dataset);
        Assert.Equal((21, 1), (set.GetProperty("rows").Int("imported"), set.GetProperty("rows").Int("rejected")));
        var a2 = (await site.Api().GetJsonAsync($"{dataset}/customers")).Items().Single(c => c.Text("Customer ID") == "A2");
        Assert.Equal(31, a2.GetProperty("Age").GetDouble());
    }

    [Theory]
    [InlineData("Age", "Age: 1 row is below 10 or above 110, which is unlikely; the values go from 30 to 900.")]
    [InlineData("Alter", "Alter: 1 row is below 10 or above 110")]
    [InlineData("Score (1-100)", "Score (1-100): 1 row is below 1 or above 100")]
    [InlineData("Points", "Points: 1 row is far outside the rest")]
    public async Task What_is_unlikely_is_a_warning_and_no_error(string column, string warning)
    {
        var (ada, path) = await CheckAsync($"{column}.csv", Mixed.Replace("Age", column));

        var text = (await ada.CheckedAsync(path)).Body!.TextContent;

        Assert.Contains(warning, text);
        Assert.DoesNotContain("not a number" + warning, text);
    }

    [Fact]
    public async Task Who_opted_out_is_a_sixth_number_and_all_add_up()
    {
        var lines = string.Concat(Enumerable.Range(1, 30).Select(i => $"A{i},{20 + i},{(i % 3 == 0 ? "yes" : "no")}\n"));
        var (ada, path) = await CheckAsync("opted.csv", "Customer ID,Age,Opt-out\n" + lines);

        var page = await ada.CheckedAsync(path);

        Assert.Equal([20, 0, 0, 0, 0, 10], page.QuerySelectorAll(".kpi b").Select(b => int.Parse(b.TextContent)));
        Assert.Contains("Together 30 rows, every row of the file. Left out: 10 of people who opted out", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_file_without_a_key_says_what_that_means()
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("no key.csv", "Fresh,Milk\n1,2\n1,2\n3,4\n")).Headers.Location!.OriginalString;

        Assert.Contains("No column was found that tells customers apart", (await ada.OpenAsync(match)).Body!.TextContent);
    }

    [Fact]
    public async Task A_file_of_which_much_is_wrong_stops_with_the_reason_and_can_go_on()
    {
        var (ada, path) = await CheckAsync("much.csv", "Customer ID,Age\nA1,30\nA2,31\nA3,32\n,33\n,34\n");

        var page = await ada.CheckedAsync(path);

        Assert.Contains("2 of 5 rows (40 %) cannot be used", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("3 good rows nevertheless", page.Body!.TextContent);
        var dataset = (await ada.SubmitAsync(path, "main form", ("accept", "true"))).Headers.Location!.OriginalString;
        Assert.Equal("ready", (await site.Api().WaitAsync(dataset)).Text("status"));
    }

    [Fact]
    public async Task The_columns_can_be_changed_and_are_remembered_for_the_next_file_of_that_header()
    {
        const string Csv = "Kundennummer,Alter X,Ort Y\nK1,30,Wien\nK2,31,Graz\nK3,32,Linz\n";
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("german.csv", Csv)).Headers.Location!.OriginalString;
        var check = (await ada.SubmitAsync(match, "form:has(#columns)", ("columns[1].Name", "Age"), ("columns[2].Role", "Ignore"))).Headers.Location!.OriginalString;
        await ada.CheckedAsync(check);
        var dataset = (await ada.SubmitAsync(check, "main form")).Headers.Location!.OriginalString;
        var set = await site.Api().WaitAsync(dataset);

        var next = (await ada.UploadAsync("german april.csv", Csv.Replace("30", "33"))).Headers.Location!.OriginalString;

        Assert.Equal(["Kundennummer key", "Age number", "Ort Y ignore"], set.Items("columns").Select(c => $"{c.Text("name")} {c.Text("role")}"));
        Assert.EndsWith("/check", next);
        await ada.CheckedAsync(next);
        var form = (await ada.OpenAsync(next.Replace("/check", "/match"))).QuerySelector<IHtmlInputElement>("[name='columns[1].Name']");
        Assert.Equal("Age", form!.Value);
    }

    [Fact]
    public async Task A_column_can_become_two_on_purpose()
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("twice.csv", "Customer ID,Years\nA1,30\nA2,40\nA3,50\n")).Headers.Location!.OriginalString;
        await ada.PostAsync($"{match}?handler=Again", ("__RequestVerificationToken", await ada.TokenAsync(match)), ("again", "1"), ("name", "Twice"),
            ("columns[0].Name", "Customer ID"), ("columns[0].Role", "Key"), ("columns[0].DateOrder", "YearFirst"), ("columns[1].Name", "Age"), ("columns[1].Role", "Number"), ("columns[1].DateOrder", "YearFirst"));

        var check = (await ada.SubmitAsync(match, "form:has(#columns)", ("columns[2].Name", "Age group"), ("columns[2].Role", "Category"))).Headers.Location!.OriginalString;
        await ada.CheckedAsync(check);
        var dataset = (await ada.SubmitAsync(check, "main form")).Headers.Location!.OriginalString;

        var set = await site.Api().WaitAsync(dataset);
        Assert.Equal(["Customer ID key", "Age number", "Age group category"], set.Items("columns").Select(c => $"{c.Text("name")} {c.Text("role")}"));
        Assert.StartsWith("Customer ID,Age,Age group\r\nA1,30,30\r\n", await site.Api().GetStringAsync($"/api/v1{dataset}/customers.csv"));
        Assert.EndsWith("/check", (await ada.UploadAsync("twice again.csv", "Customer ID,Years\nA1,31\nA2,40\nA3,50\n")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("columns[1].Name", "Customer ID", "Two columns of the file would become")]
    [InlineData("columns[1].Role", "Key", "Only one column")]
    public async Task What_cannot_be_is_refused_with_the_reason_and_keeps_the_choices(string field, string value, string reason)
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync($"refused {field}.csv", "Customer ID,Points A\nA1,30\nA2,40\n")).Headers.Location!.OriginalString;

        var answer = await ada.SubmitAsync(match, "form:has(#columns)", (field, value));

        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Another_way_of_reading_shows_other_columns()
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("bars.csv", "Customer ID|Points,B|Age\nA1|1,5|30\nA2|2,5|31\nA3|3,5|33\n")).Headers.Location!.OriginalString;

        await ada.SubmitAsync(match, "form[action*=Read]", ("delimiter", ","));

        Assert.Equal(2, (await ada.OpenAsync(match)).QuerySelectorAll("#columns tbody tr").Length);
    }

    [Fact]
    public async Task An_update_shows_old_and_new_values_first()
    {
        var ada = await site.SignedInAsync();
        var id = (await site.Api().ImportAsync("Customer ID,Age,Town\nA1,30,Wien\nA2,31,Graz\n", ("name", "Diff"))).Id();
        var match = (await ada.UploadAsync("diff.csv", "Customer ID,Age\nA1,35\nA2,31\nA7,50\n", $"/datasets/new?datasetId={id}")).Headers.Location!.OriginalString;
        var path = (await ada.SubmitAsync(match, "form:has(#columns)")).Headers.Location!.OriginalString;

        var page = await ada.CheckedAsync(path);

        Assert.Equal([1, 1, 1, 0, 0], page.QuerySelectorAll(".kpi b").Select(b => int.Parse(b.TextContent)));
        var change = Assert.Single(page.QuerySelectorAll("[aria-label='Changed values'] tbody tr"));
        Assert.Equal(["A1", "Age", "30", "35"], change.Children.Select(c => c.TextContent));
        Assert.Equal($"/datasets/{id}", (await ada.SubmitAsync(path, "main form")).Headers.Location!.OriginalString);
        Assert.Equal(3, (await site.Api().WaitAsync($"/datasets/{id}")).GetProperty("rows").Int("read"));
    }

    [Fact]
    public async Task A_column_that_the_data_set_does_not_have_is_shown_as_new_and_imported()
    {
        var ada = await site.SignedInAsync();
        var id = (await site.Api().ImportAsync("Customer ID,Age\nA1,30\nA2,31\n", ("name", "Wider"))).Id();
        var match = (await ada.UploadAsync("wider.csv", "Customer ID,Age,Visits\nA1,30,7\nA2,31,\n", $"/datasets/new?datasetId={id}")).Headers.Location!.OriginalString;
        var path = (await ada.SubmitAsync(match, "form:has(#columns)")).Headers.Location!.OriginalString;

        var page = await ada.CheckedAsync(path);

        Assert.Equal([0, 1, 1, 0, 0], page.QuerySelectorAll(".kpi b").Select(b => int.Parse(b.TextContent)));
        Assert.Equal(["A1", "Visits", "–", "7"], Assert.Single(page.QuerySelectorAll("[aria-label='Changed values'] tbody tr")).Children.Select(c => c.TextContent));
        await ada.SubmitAsync(path, "main form");
        Assert.Equal(2, (await site.Api().WaitAsync($"/datasets/{id}")).Int("version"));
    }

    [Fact]
    public async Task An_update_says_what_it_would_do_to_the_segments_in_use()
    {
        var ada = await site.SignedInAsync();
        var id = (await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Effect"))).Id();
        await site.Api().RunAsync(new { datasetId = id, k = 2, features = Shoppers.Features });
        // A1 goes over to the others, A2 stays, C1 gets the income that was missing, Z1 is new.
        var match = (await ada.UploadAsync("effect.csv", "Customer ID,Income (k$),Spending\nA1,91,90\nA2,12,10\nC1,89,50\nZ1,10,10\n", $"/datasets/new?datasetId={id}")).Headers.Location!.OriginalString;
        var path = (await ada.SubmitAsync(match, "form:has(#columns)")).Headers.Location!.OriginalString;

        var page = await ada.CheckedAsync(path);

        var effect = page.QuerySelectorAll("section").Single(s => s.TextContent.Contains("segments in use"));
        Assert.Contains("2 customers would change segment and 1 new one would join one", string.Join(' ', effect.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("grows by 2", effect.TextContent);
        Assert.DoesNotContain("shrinks", effect.TextContent);
    }

    [Fact]
    public async Task Of_rows_of_the_same_customer_only_the_last_has_an_effect_on_segments()
    {
        var ada = await site.SignedInAsync();
        var id = (await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Last effect"))).Id();
        await site.Api().RunAsync(new { datasetId = id, k = 2, features = Shoppers.Features });
        // A1 goes over and comes back, A2 goes over twice, Z1 is new and changes its mind.
        var match = (await ada.UploadAsync("last effect.csv", "Customer ID,Income (k$),Spending\nA1,91,90\nA1,10,11\nA2,91,91\nA2,90,90\nZ1,10,10\nZ1,92,92\n", $"/datasets/new?datasetId={id}")).Headers.Location!.OriginalString;
        var path = (await ada.SubmitAsync(match, "form:has(#columns)", ("onDuplicate", "Last"))).Headers.Location!.OriginalString;

        var page = await ada.CheckedAsync(path);

        Assert.Equal([1, 1, 1, 3, 0], page.QuerySelectorAll(".kpi b").Select(b => int.Parse(b.TextContent)));
        var effect = page.QuerySelectorAll("section").Single(s => s.TextContent.Contains("segments in use")).TextContent;
        Assert.Contains("1 customer would change segment and 1 new one would join one", string.Join(' ', effect.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("grows by 2", effect);
        Assert.Contains("shrinks by 1", effect);
        Assert.Equal(["A2 11 90", "A2 10 90"], page.QuerySelectorAll("[aria-label='Changed values'] tbody tr").Select(r => $"{r.Children[0].TextContent} {r.Children[2].TextContent} {r.Children[3].TextContent}"));
    }

    [Fact]
    public async Task A_file_thrown_away_is_gone()
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("gone.csv", "Customer ID,Points C\nA1,30\nA2,40\n")).Headers.Location!.OriginalString;
        var files = Directory.GetFiles(Path.Combine(site.Folder, "storage", "uploads")).Length;

        await ada.PostAsync($"{match}?handler=Discard", ("__RequestVerificationToken", await ada.TokenAsync(match)));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await ada.Client.GetAsync(match)).StatusCode);
        Assert.Equal(files - 1, Directory.GetFiles(Path.Combine(site.Folder, "storage", "uploads")).Length);
    }

    private async Task<(Visitor, string)> CheckAsync(string fileName, string csv)
    {
        var ada = await site.SignedInAsync();
        // A header of its own, or the choices of another test would be remembered.
        var at = (await ada.UploadAsync(fileName, csv.Replace("Income", "Income " + fileName[..4]))).Headers.Location!.OriginalString;
        return (ada, at.EndsWith("/check", StringComparison.Ordinal) ? at : (await ada.SubmitAsync(at, "form:has(#columns)")).Headers.Location!.OriginalString);
    }

    private static async Task<string> SubmitAsync(Visitor ada, string path, (string Problem, string Repair) choice)
    {
        var index = (await ada.OpenAsync(path)).QuerySelectorAll<IHtmlInputElement>("[name$=Problem]").ToList().Find(i => i.Value == choice.Problem)!.Name!.Replace("Problem", "Repair");
        return (await ada.SubmitAsync(path, "main form", (index, choice.Repair))).Headers.Location!.OriginalString;
    }
}
