using System.IO.Compression;
using System.Text.Json;

namespace Dashboard.Tests.Privacy;

public sealed class ConsentsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task With_an_answer_go_the_file_the_day_and_the_words_of_that_day()
    {
        var ada = await site.SignedInAsync();
        var dataset = (await site.Api().ImportAsync("id,newsletter,a\nC1,yes,1\nC2,,2\nC3,yes,3\n", ("name", "Agreed"), ("columns", """[{"source":"id","role":"key"},{"source":"newsletter","role":"opt-in"}]"""))).Id();
        await WordAsync(ada, dataset, "We write once a month.", "2020-01-01");
        await WordAsync(ada, dataset, "We write as often as we like.", "2099-01-01");
        await site.Api().ImportAsync("id,newsletter,a\nC1,no,1\n", ("datasetId", $"{dataset}"));

        using var zip = new ZipArchive(await site.Api().GetStreamAsync("/api/v1/customer-data.zip?key=C1"));
        await using var json = await zip.GetEntry("everything.json")!.OpenAsync();
        var said = (await JsonDocument.ParseAsync(json)).RootElement.Items($"{dataset} consents");

        Assert.Equal([("yes", 1), ("no", 1)], said.Select(c => (c.Text("says"), (int)c.Number("version of the words"))));
        Assert.All(said, c => Assert.Equal(("shop form", "We write once a month."), (c.Text("asked at"), c.Text("words"))));
        Assert.Equal(2, (await ada.OpenAsync($"/datasets/{dataset}/privacy")).QuerySelectorAll("#words tbody tr").Length);
        Assert.Equal(2, (await Access.AuditTrail.AuditAsync(site, "consent.worded")).Count);
    }

    [Fact]
    public async Task Who_did_not_answer_has_not_agreed()
    {
        var dataset = await site.Api().ImportAsync("id,newsletter,a\nC1,yes,1\nC2,,2\nC3,later,3\n", ("name", "Asked"), ("columns", """[{"source":"id","role":"key"},{"source":"newsletter","role":"opt-in"}]"""));

        Assert.Equal((1, 2), ((int)dataset.GetProperty("rows").Number("imported"), (int)dataset.GetProperty("rows").Number("suppressed")));
    }

    [Fact]
    public async Task Words_without_a_day_or_a_column_are_refused()
    {
        var ada = await site.SignedInAsync();
        var dataset = (await site.Api().ImportAsync("id,newsletter,a\nC1,yes,1\nC2,yes,2\n", ("name", "Words"), ("columns", """[{"source":"id","role":"key"},{"source":"newsletter","role":"opt-in"}]"""))).Id();

        await WordAsync(ada, dataset, "", "2020-01-01");
        await WordAsync(ada, dataset, "Words", "");
        await ada.SubmitAsync($"/datasets/{dataset}/privacy", "form[action*=Words]", ("column", "99999"), ("text", "Words"), ("since", "2020-01-01"));

        Assert.Empty((await ada.OpenAsync($"/datasets/{dataset}/privacy")).QuerySelectorAll("#words tbody tr"));
    }

    private static Task<HttpResponseMessage> WordAsync(Visitor visitor, int dataset, string text, string since) =>
        visitor.SubmitAsync($"/datasets/{dataset}/privacy", "form[action*=Words]", ("text", text), ("since", since), ("source", "shop form"));
}
