using System.Text;
using Dashboard.Tests;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A site that has been used: every kind of page has something to show.</summary>
public sealed class EveryPageSite : PeopledSite
{
    private readonly Dictionary<string, string> _pages = [];

    public IReadOnlyDictionary<string, string> Pages => _pages;

    protected override async Task FillAsync()
    {
        var sample = Sample.Found;
        var customers = (await Api.ImportAsync(await File.ReadAllBytesAsync(sample.Path), Path.GetFileName(sample.Path))).Id();
        var withRejects = (await Api.ImportAsync(Shoppers.Many(60) + "C61,City 1,forty,10,10\n,City 2,31,10,10\nC1,City 1,30,1,1\n", ("name", "With rejected rows"))).Id();
        var refused = (await Api.ImportAsync("Customer ID,Age\n1,30\n,31\n,32\n", ("name", "Refused"))).Id();
        var features = new[] { sample.Income, sample.Spending };
        var kmeans = await Api.RunAsync(new { datasetId = customers, k = 5, features });
        var dbscan = await Api.RunAsync(new { datasetId = customers, algorithm = "dbscan", epsilon = 0.5, minPoints = 5, features });
        var three = await Api.RunAsync(new { datasetId = withRejects, k = 3, features = (string[])["Age", .. Shoppers.Features] });
        var alone = await Api.RunAsync(new { datasetId = customers, algorithm = "dbscan", epsilon = 0.0001, minPoints = 50, features });
        var advice = await Api.AdviseAsync(new { datasetId = customers, features });
        var alike = await Api.AdviseAsync(new { datasetId = (await Api.ImportAsync("Customer ID,Age\n1,30\n2,30\n3,30\n", ("name", "Alike"), ("columns", """[{"source":"Age","role":"number"}]"""))).Id(), features = new[] { "Age" } });
        var failed = await FailAsync();
        Add(
            ("overview", "/"),
            ("customers", "/datasets"),
            ("import", "/datasets/new"),
            ("data-set", $"/datasets/{customers}"),
            ("rejects", $"/datasets/{withRejects}"),
            ("refused-import", $"/datasets/{refused}"),
            ("customer-table", $"/datasets/{customers}/customers"),
            ("explore", $"/datasets/{customers}/explore"),
            ("explore-with-gaps", $"/datasets/{withRejects}/explore?by=none&shape=violin"),
            ("quality", $"/datasets/{customers}/quality"),
            ("quality-with-rejects", $"/datasets/{withRejects}/quality"),
            ("customers-filtered", $"/datasets/{withRejects}/customers?c2.from=20&c1.is=City%201&sort=c3&order=desc&page=1"),
            ("customer", "/customers/C1"),
            ("no-such-customer", "/customers/nobody/at-all"),
            ("search-without-result", $"/datasets/{customers}/customers?search=nobody"),
            ("new-segmentation", "/runs/new"),
            ("place-a-customer", "/predictions"),
            ("place-a-file", "/predictions/batch"),
            ("placed-file", await PlaceAsync("Age,Income,Spending,City\n30,40,50,City 1\n31,,50,City 2\n32,4000,50,City 3\n")),
            ("columns-to-match", await PlaceAsync("Alter;Einkommen\n30;40\n")),
            ("placed-customer", "/predictions?values=60&values=50&values=40&values=30"),
            ("runs", "/runs"),
            ("models", "/models"),
            ("model-file", "/models/import"),
            ("model-not-in-use", $"/models?runId={dbscan.Id()}"),
            ("drift", $"/models/{three.Id()}/drift"),
            ("drift-nothing-yet", $"/models/{kmeans.Id()}/drift"),
            ("classifier", $"/runs/{kmeans.Id()}/classifier"),
            ("run-kmeans", $"/runs/{kmeans.Id()}"),
            ("run-dbscan", $"/runs/{dbscan.Id()}"),
            ("run-three-features", $"/runs/{three.Id()}"),
            ("advice", $"/selections/{advice.Id()}"),
            ("advice-on-equals", $"/selections/{alike.Id()}"),
            ("advice-list", "/selections"),
            ("comparison", $"/runs/compare?a={kmeans.Id()}&b={dbscan.Id()}"),
            ("comparison-to-choose", "/runs/compare"),
            ("run-features", $"/runs/{kmeans.Id()}/features"),
            ("run-violins-and-radar", $"/runs/{three.Id()}/features?shape=violin&profile=radar"),
            ("run-features-dbscan", $"/runs/{dbscan.Id()}/features"),
            ("run-maps", $"/runs/{three.Id()}/maps"),
            ("run-neighbours", $"/runs/{dbscan.Id()}/maps?map=neighbours"),
            ("run-space", $"/runs/{three.Id()}/maps?map=space&angle=60"),
            ("run-quality", $"/runs/{kmeans.Id()}/quality"),
            ("run-targets", $"/runs/{kmeans.Id()}/targets"),
            ("run-targets-all-noise", $"/runs/{alone.Id()}/targets"),
            ("nicknames", "/segments/nicknames"),
            ("segments-compared", $"/segments/compare?s={SegmentOf(kmeans, 0)}&s={SegmentOf(kmeans, 1)}&s={SegmentOf(kmeans, 2)}"),
            ("segments-to-compare", "/segments/compare"),
            ("run-quality-all-noise", $"/runs/{alone.Id()}/quality"),
            ("run-all-noise", $"/runs/{alone.Id()}"),
            ("run-failed", $"/runs/{failed}"),
            ("segment", $"/segments/{SegmentOf(kmeans, 2)}"),
            ("audience", $"/segments/{SegmentOf(kmeans, 2)}?tier=near&size=9#audience"),
            ("noise", $"/segments/{dbscan.Items("segments")[^1].Id()}"),
            ("report", $"/segments/{SegmentOf(kmeans, 2)}/report"),
            ("report-of-all", $"/runs/{kmeans.Id()}/report"),
            ("api", "/api"),
            ("privacy", "/privacy"),
            ("privacy-of-a-data-set", $"/datasets/{withRejects}/privacy?days=30"),
            ("audit", "/audit"),
            ("keys", "/keys"),
            ("people", "/people"),
            ("person", "/people/1"),
            ("account", "/account"),
            ("link-not-good", "/choose-password/nonsense"),
            ("not-allowed", "/not-allowed"),
            ("missing", "/no/such/page"));
    }

    /// <summary>The page of a file that was uploaded to be placed by the segmentation in use.</summary>
    private async Task<string> PlaceAsync(string csv)
    {
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Process.Address, StorageState = Cookies });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/predictions/batch");
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "new customers.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.Button("Upload and place").ClickAsync();
        await page.Locator("main .kpi, #fields").First.WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>A feature that no customer has a value of leaves nobody to compare.</summary>
    private async Task<int> FailAsync()
    {
        var csv = new StringBuilder("Customer ID,Income,Visits\n");
        for (var i = 0; i < 20; i++)
        {
            csv.Append($"{i},{(i % 2 == 0 ? i : null)},{(i % 2 == 0 ? null : i)}\n");
        }
        var run = await Api.RunAsync(new { datasetId = (await Api.ImportAsync(csv.ToString(), ("name", "Half empty"))).Id(), k = 2, features = new[] { "Income", "Visits" } });
        Assert.Equal("failed", run.Text("status"));
        return run.Id();
    }

    private static int SegmentOf(System.Text.Json.JsonElement run, int index) => run.Items("segments")[index].Id();

    private void Add(params (string Name, string Path)[] pages)
    {
        foreach (var (name, path) in pages)
        {
            _pages.Add(name, path);
        }
    }
}
