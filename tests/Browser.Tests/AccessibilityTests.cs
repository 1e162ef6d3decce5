using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class AccessibilityTests(EveryPageSite site, ITestOutputHelper output) : SignedInTest<EveryPageSite>(site, output)
{
    public static TheoryData<Look> Looks => [.. Look.All];

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_open_to_everyone_and_fits_its_window(Look look)
    {
        var page = await WindowAsync(look.Options);
        var faults = new List<string>();
        foreach (var (name, path) in Site.Pages)
        {
            await page.GotoAsync(path);
            faults.AddRange(await page.FaultsAsync($"{name}-{look}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task What_opens_and_what_is_refused_is_open_to_everyone_too(Look look)
    {
        var page = await WindowAsync(look.Options);
        var faults = new List<string>();
        foreach (var name in new[] { "run-kmeans", "advice" })
        {
            await page.GotoAsync(Site.Pages[name]);
            // What opened first may lie over the next, so they are not clicked.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            faults.AddRange(await page.FaultsAsync($"{name}-opened-{look}"));
        }
        await page.GotoAsync("/runs/new");
        await page.GetByLabel("Number of segments").FillAsync("0");
        await page.Button("Find segments").ClickAsync();
        await page.Locator(".summary").WaitForAsync();
        faults.AddRange(await page.FaultsAsync($"new-segmentation-refused-{look}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
