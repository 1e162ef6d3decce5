using System.Text;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>A file with errors of three kinds on its way through all steps, into a data set and out of it again.</summary>
public sealed class ImportPathTests(PeopledSite site, ITestOutputHelper output) : SignedInTest<PeopledSite>(site, output)
{
    private const int GoodRows = 60;

    public static TheoryData<Look> Looks => [.. Look.All];

    [SkippableFact]
    public async Task A_file_is_matched_checked_repaired_imported_updated_and_taken_back()
    {
        var page = await WindowAsync();
        await UploadAsync(page, "path.csv", Messy());
        Assert.Equal("2", await page.Locator("#preamble").InputValueAsync());
        await page.Button("Check the file").ClickAsync();
        await SeeNumbersAsync(page, 61, 0, 0, 1, 3);
        await page.GetByLabel("What to do where Age is not a number").SelectOptionAsync("Missing");
        await page.Button("Count again with these choices").ClickAsync();
        await page.SeeAsync("Counted again with your choices.");
        await SeeNumbersAsync(page, 62, 0, 0, 1, 2);
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await page.Button("Import 62 rows").ClickAsync();
        await page.SeeAsync("customers");
        await page.Link("Bring up to date").ClickAsync();
        await SendAsync(page, "path april.csv", Messy().Replace("K1;30;", "K1;31;") + "K900;44;5,5\n");
        await SeeNumbersAsync(page, 1, 1, 61, 1, 2);
        await page.Button("Import 63 rows").ClickAsync();
        await page.SeeAsync("1 new, 1 changed, 61 unchanged");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.Button("Take the import back").ClickAsync();
        await page.SeeAsync("1 new customer is gone, 1 changed one is as before.");
        await page.Link("path.csv").ClickAsync();
        await page.SeeAsync("What became of the rows");
    }

    [SkippableFact]
    public async Task An_upload_can_be_thrown_away()
    {
        var page = await WindowAsync();
        await UploadAsync(page, "thrown.csv", "Customer ID;Nobody has this\nA1;1\nA2;2\n");
        await page.Button("Throw the upload away").ClickAsync();
        await page.SeeAsync("nothing was imported");
    }

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task The_steps_are_open_to_everyone_and_fit_their_window(Look look)
    {
        var page = await WindowAsync(look.Options);
        var faults = new List<string>();
        // A header of its own for each look, since a known one skips a step.
        await UploadAsync(page, $"look {look}.csv", Messy().Replace("Points", $"Points {look}"));
        faults.AddRange(await page.FaultsAsync($"import-match-{look}"));
        await page.Button("Check the file").ClickAsync();
        await page.Locator(".kpi").First.WaitForAsync();
        faults.AddRange(await page.FaultsAsync($"import-check-{look}"));
        await UploadAsync(page, "orders.csv", Orders);
        faults.AddRange(await page.FaultsAsync($"import-orders-{look}"));
        await page.Button("Check the file").ClickAsync();
        await page.Locator(".kpi").First.WaitForAsync();
        faults.AddRange(await page.FaultsAsync($"import-orders-check-{look}"));
        await page.Button("Import 3 customers").ClickAsync();
        await page.SeeAsync("History");
        await page.Link("orders.csv").ClickAsync();
        faults.AddRange(await page.FaultsAsync($"import-result-{look}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private const string Orders =
        "Invoice,Customer ID,Date,Quantity,Unit Price\n1,K1,2025-01-10,2,10\n2,K1,2025-06-30,1,75\nC4,K1,2025-02-01,-1,10\n5,K2,2025-03-31,4,2.5\n7,,2025-04-10,1,9\n9,K3,2025-01-01,1,3\n";

    private static string Messy()
    {
        var csv = new StringBuilder("Export of the shop;;\n;;\nCustomer ID;Age;Points\nK1;30;1,5\nK2;forty;2,5\n;41;2,5\nK3;42\nK1;33;1,5\n");
        for (var i = 10; i < 10 + GoodRows; i++)
        {
            csv.Append($"K{i};{20 + i % 40};{i},5\n");
        }
        return csv.ToString();
    }

    private static async Task UploadAsync(IPage page, string fileName, string csv)
    {
        await page.GotoAsync("/datasets/new");
        await SendAsync(page, fileName, csv);
    }

    private static async Task SendAsync(IPage page, string fileName, string csv)
    {
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.Button(PageSteps.Upload).ClickAsync();
        await page.WaitForURLAsync("**/imports/**");
    }

    private static async Task SeeNumbersAsync(IPage page, params int[] numbers)
    {
        await page.Locator(".kpi").First.WaitForAsync();
        Assert.Equal(numbers, (await page.Locator(".kpi b").AllInnerTextsAsync()).Select(int.Parse));
    }
}
