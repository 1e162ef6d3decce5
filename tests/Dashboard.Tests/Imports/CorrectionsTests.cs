using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Tests.Imports;

/// <summary>Values changed by hand are versions like any other, and outlive the import below them.</summary>
public sealed class CorrectionsTests(Site site) : IClassFixture<Site>
{
    private const string First = "id,Age,Town,Since\nk1,30,Wien,2020-01-31\nk2,31,Graz,2021-01-31\nk3,32,Linz,2022-01-31\n";
    private const string Second = "id,Age,Town,Since\nk1,40,Wien,2020-01-31\nk2,41,Graz,2021-01-31\nk3,32,Linz,2022-01-31\nk4,50,Graz,2023-01-31\n";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_value_corrected_by_hand_is_a_version_with_who_and_when()
    {
        var (ada, id) = (await site.SignedInAsync(), await ImportAsync("Corrected"));

        var answer = await CorrectAsync(ada, id, "k2", "Age", "36.5");

        Assert.Equal("/customers/k2", answer.Headers.Location?.OriginalString);
        var page = await ada.OpenAsync("/customers/k2");
        Assert.Contains("Corrected.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["k1 30", "k3 32", "k2 36.5"], await AgesAsync(id));
        var entry = Section(page, id).QuerySelectorAll("li")[0].TextContent;
        Assert.Contains("Version 2 · Corrected by hand · ada@example.com", entry);
        Assert.Contains("Age: 31 → 36.5", entry);
        await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);
        Assert.Equal(["k1 30", "k2 31", "k3 32"], await AgesAsync(id));
    }

    [Theory]
    [InlineData("Age", "old", "“old” is not a number.")]
    [InlineData("Age", "1e400", "not a finite number")]
    [InlineData("Since", "31.12.2025", "Write it as 2025-12-31")]
    [InlineData("id", "k9", "cannot be corrected by hand")]
    public async Task What_a_column_cannot_hold_is_refused_with_the_reason(string column, string value, string reason)
    {
        var (ada, id) = (await site.SignedInAsync(), await ImportAsync("Refused " + column + value));

        await CorrectAsync(ada, id, "k2", column, value);

        Assert.Contains(reason, (await ada.OpenAsync("/customers/k2")).QuerySelector(".note.warn")!.TextContent);
        Assert.Equal(1, (await api.GetJsonAsync($"/datasets/{id}")).Int("version"));
    }

    [Fact]
    public async Task Nothing_makes_a_value_missing_and_a_text_that_looks_like_a_formula_stays_one()
    {
        var (ada, id) = (await site.SignedInAsync(), await ImportAsync("Emptied"));

        await CorrectAsync(ada, id, "k1", "Age", "");
        await CorrectAsync(ada, id, "k1", "Town", "=1+1, \"sum\"");

        var k1 = (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Single(c => c.Text("id") == "k1");
        Assert.Equal((System.Text.Json.JsonValueKind.Null, "=1+1, \"sum\"", "2020-01-31"), (k1.GetProperty("Age").ValueKind, k1.Text("Town"), k1.Text("Since")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Taking_an_import_back_keeps_what_was_corrected_since_and_lists_it(bool isPinned)
    {
        var (ada, id) = (await site.SignedInAsync(), await ImportAsync($"Kept {isPinned}"));
        await api.SendFileAsync(Second, ("datasetId", $"{id}"));
        await api.WaitAsync($"/datasets/{id}");
        if (isPinned)
        {
            await api.RunAsync(new { datasetId = id, k = 2, features = new[] { "Age" } });
        }
        await CorrectAsync(ada, id, "k2", "Town", "Bregenz");
        Assert.Equal(["k3 32", "k1 40", "k4 50", "k2 41"], await AgesAsync(id));
        var result = (await ada.OpenAsync($"/datasets/{id}")).QuerySelectorAll<IHtmlAnchorElement>("th a[href*='/imports/']").Skip(1).First().GetAttribute("href")!;

        await ada.SubmitAsync(result, "form[action*=Undo]");

        var page = await ada.OpenAsync(result);
        Assert.Contains("1 new customer is gone, 2 changed ones are as before. Of these, 1 kept what somebody corrected", page.QuerySelector("[role=status]")!.TextContent);
        var kept = page.QuerySelectorAll("section").Single(s => s.TextContent.Contains("Kept though"));
        Assert.Equal(["k2"], kept.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Equal(["k1 30", "k2 41", "k3 32"], (await AgesAsync(id)).Order());
        Assert.Equal("Bregenz", (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Single(c => c.Text("id") == "k2").Text("Town"));
        Assert.Null(page.QuerySelector("form[action*=Undo]"));
    }

    [Fact]
    public async Task Below_a_later_file_an_import_cannot_be_taken_back()
    {
        var (ada, id) = (await site.SignedInAsync(), await ImportAsync("Below"));
        await CorrectAsync(ada, id, "k2", "Age", "99");
        await api.SendFileAsync(Second, ("datasetId", $"{id}"));
        await api.WaitAsync($"/datasets/{id}");

        var history = (await ada.OpenAsync($"/datasets/{id}")).QuerySelectorAll<IHtmlAnchorElement>("th a[href*='/imports/']").Select(a => a.GetAttribute("href")!).ToList();

        Assert.NotNull((await ada.OpenAsync(history[0])).QuerySelector("form[action*=Undo]"));
        Assert.Null((await ada.OpenAsync(history[1])).QuerySelector("form[action*=Undo]"));
        Assert.Null((await ada.OpenAsync(history[2])).QuerySelector("form[action*=Undo]"));
    }

    [Fact]
    public async Task What_orders_come_to_is_not_corrected()
    {
        const string orders = "Invoice,Customer ID,Date,Quantity,Unit Price\n1,o1,2025-01-10,2,10\n2,o1,2025-03-10,2,10\n3,o2,2025-03-10,2,10\n";
        await api.ImportAsync(orders, ("name", "Counted"));

        Assert.DoesNotContain("Correct a value", (await (await site.SignedInAsync()).OpenAsync("/customers/o1")).Body!.TextContent);
    }

    private async Task<int> ImportAsync(string name) => (await api.ImportAsync(First, ("name", name))).Id();

    private static IElement Section(IHtmlDocument page, int id) => page.QuerySelector($"[aria-labelledby=set-{id}]")!;

    private static async Task<HttpResponseMessage> CorrectAsync(Visitor visitor, int id, string key, string column, string value)
    {
        var page = await visitor.OpenAsync($"/customers/{key}");
        var choice = Section(page, id).QuerySelectorAll<IHtmlOptionElement>("[name=column] option").FirstOrDefault(o => o.TextContent == column)?.Value ?? "0";
        return await visitor.PostAsync($"/customers/{key}?handler=Correct&datasetId={id}", ("__RequestVerificationToken", await visitor.TokenAsync($"/customers/{key}")), ("column", choice), ("value", value));
    }

    private async Task<IEnumerable<string>> AgesAsync(int id) =>
        (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Select(c => $"{c.Text("id")} {c.GetProperty("Age")}");
}
