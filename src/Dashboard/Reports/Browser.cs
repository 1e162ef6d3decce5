using Dashboard.Data;
using Microsoft.Playwright;

namespace Dashboard.Reports;

/// <summary>The machine's own Chromium, started when first needed and again should it have died.</summary>
public sealed class Browser(string? path) : IAsyncDisposable
{
    private static readonly string[] Known =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Null when there is none.</summary>
    public string? Path => path;

    public async Task<IBrowser> GetAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_browser is { IsConnected: true })
            {
                return _browser;
            }
            _playwright ??= await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Path,
                Headless = true,
                // Chromium refuses its own sandbox to root.
                ChromiumSandbox = Environment.UserName != "root",
                Args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _starting.Dispose();
    }

    /// <summary>The browser that the setting Reports:Browser names, else the first that is known; null for "none".</summary>
    public static string? Find(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
        {
            return Known.FirstOrDefault(File.Exists);
        }
        return setting == "none" ? null : File.Exists(setting) ? setting : throw new StartRefused($"Reports:Browser {setting} does not exist.");
    }
}
