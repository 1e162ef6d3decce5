using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class NewSiteAccessibilityTests(NewSite site, ITestOutputHelper output) : PageTest(site, output), IClassFixture<NewSite>
{
    private string? _cookies;

    protected override string? Cookies => _cookies;

    [SkippableFact]
    public async Task The_first_pages_of_a_new_site_are_open_to_everyone()
    {
        var faults = new List<string>();
        await VisitAsync(faults, "set-up");
        var page = await WindowAsync();
        await page.SetUpAsync(await Process.AfterAsync("one-time token:"));
        await page.WaitForURLAsync(Address + "/");
        _cookies = await page.Context.StorageStateAsync();
        await VisitAsync(faults, "", "datasets", "datasets/new", "runs", "runs/new", "segments");
        _cookies = null;
        await VisitAsync(faults, "sign-in");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task VisitAsync(List<string> faults, params string[] paths)
    {
        foreach (var look in Look.All)
        {
            var page = await WindowAsync(look.Options);
            foreach (var path in paths)
            {
                await page.GotoAsync("/" + path);
                faults.AddRange(await page.FaultsAsync($"new-{path.Replace('/', '-')}-{look}"));
            }
        }
    }
}
