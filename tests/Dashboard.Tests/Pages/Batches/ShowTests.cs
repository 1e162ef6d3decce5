using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dashboard.Tests.Batches;

namespace Dashboard.Tests.Pages.Batches;

public sealed class ShowTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Mixed = "Income,Spending\n11,11\n91,90\n52,51\n,4\n1,2,3\n";

    [Fact]
    public async Task Every_row_of_the_file_is_counted_once()
    {
        var ada = await site.SignedInAsync();

        var page = await ada.OpenAsync(await PlacedCsvTests.PlaceAsync(ada, Mixed));

        Assert.Equal(["5", "3", "2", "33.3 %"], page.QuerySelectorAll(".kpi b").Select(b => b.TextContent));
        Assert.Equal(["1", "2", "0", "2", "5"], page.QuerySelectorAll("[aria-label='Who came where'] td:nth-child(2)").Select(cell => cell.TextContent));
        Assert.Equal(["5", "6"], page.QuerySelectorAll("[aria-label='Rows not placed'] td.number").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Columns_that_are_not_found_by_name_are_matched_by_hand()
    {
        var ada = await site.SignedInAsync();
        var at = (await ada.UploadAsync("foreign.csv", "Einkommen;Ausgaben\n11;11\n91;90\n", "/predictions/batch")).Headers.Location!.OriginalString;
        var form = (await ada.OpenAsync(at)).QuerySelector<IHtmlFormElement>("#fields form")!;
        Assert.Equal(["-1", "-1"], form.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => s.Value));

        var refused = await ada.PostAsync(at, Token(form), ("fields", "0"), ("fields", "-1"));
        Assert.Contains("Say which column of the file is Spending", await Visitor.TextAsync(refused));
        await ada.PostAsync(at, Token(form), ("fields", "0"), ("fields", "1"));

        Assert.Equal(["2", "2", "0", "0 %"], (await ada.CheckedAsync(at)).QuerySelectorAll(".kpi b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task What_is_queued_can_be_cancelled_and_tried_again()
    {
        using var paused = new SiteWithSegments();
        await paused.InitializeAsync();
        await paused.PauseAsync();
        var ada = await paused.SignedInAsync();
        var at = (await ada.UploadAsync("customers.csv", Mixed, "/predictions/batch")).Headers.Location!.OriginalString;

        await ada.SubmitAsync(at, "main form:has(button)");

        var page = await ada.OpenAsync(at);
        Assert.Contains("The placing was cancelled", page.Body!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await ada.Client.GetAsync($"{at}/placed.csv")).StatusCode);
        Assert.NotNull(page.QuerySelector($"a[href='{at}?match=true']"));
    }

    [Fact]
    public async Task A_file_that_is_deleted_leaves_nothing_behind()
    {
        var ada = await site.SignedInAsync();
        var before = Files();
        var at = await PlacedCsvTests.PlaceAsync(ada, Mixed);
        Assert.Equal(before + 1, Files());

        var answer = await ada.SubmitAsync(at, "form[data-confirm]");

        Assert.Equal("/predictions/batch", answer.Headers.Location?.OriginalString);
        Assert.Equal(before, Files());
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync(at)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_CSV_is_refused_with_the_reason()
    {
        var ada = await site.SignedInAsync();

        Assert.Contains("The file is empty", await Visitor.TextAsync(await ada.UploadAsync("customers.csv", " ", "/predictions/batch")));
        Assert.Contains("no rows below it", (await ada.OpenAsync(await PlacedCsvTests.PlaceAsync(ada, "Income,Spending\n"))).Body!.TextContent);
    }

    private int Files() => Directory.GetFiles(Path.Combine(site.Folder, "storage", "uploads")).Length;

    private static (string, string) Token(IHtmlFormElement form) => ("__RequestVerificationToken", form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value);
}
