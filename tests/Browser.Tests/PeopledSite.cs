using Dashboard.Tests;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A site with an administrator, who is signed in, and a key for the API.</summary>
public class PeopledSite : RunningSite
{
    private const string Key = "the-tests-own-bootstrap-key-0123456789";

    public string Cookies { get; private set; } = "";
    public HttpClient Api { get; private set; } = null!;

    protected override (string Key, string Value)[] Settings =>
    [
        ("Access__BootstrapApiKey", Key),
        ("Access__BootstrapAdmin__Email", PageSteps.Email),
        ("Access__BootstrapAdmin__Password", PageSteps.Password),
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (WhyNot is not null)
        {
            return;
        }
        Api = new HttpClient { BaseAddress = new Uri(Process.Address), DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Process.Address });
        var page = await context.NewPageAsync();
        await page.SignInAsync();
        await page.WaitForURLAsync(Process.Address + "/");
        Cookies = await context.StorageStateAsync();
        await FillAsync();
    }

    /// <summary>What is there before the tests begin.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
