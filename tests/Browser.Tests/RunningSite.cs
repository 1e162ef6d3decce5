using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A site and a browser to look at it with, for all tests of a class.</summary>
public abstract class RunningSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is nothing to look with; null when there is.</summary>
    public static string? WhyNot => File.Exists(Chromium) ? null : $"There is no {Chromium}.";

    public SiteProcess Process { get; private set; } = null!;
    public IBrowser Browser => _browser!;

    public virtual async Task InitializeAsync()
    {
        if (WhyNot is not null)
        {
            return;
        }
        Process = await SiteProcess.StartAsync(Settings);
        _playwright = await Playwright.CreateAsync();
        // Chromium refuses its own sandbox to root.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, ChromiumSandbox = Environment.UserName != "root" });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright!.Dispose();
            await Process.DisposeAsync();
        }
    }

    protected abstract (string Key, string Value)[] Settings { get; }
}
