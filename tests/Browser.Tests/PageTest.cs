using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>A test that looks at pages. What the browser's console complains of fails it; the site's log goes with its output.</summary>
public abstract class PageTest(RunningSite site, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private int _logBefore;

    protected List<string> Complaints { get; } = [];
    protected SiteProcess Process => site.Process;
    protected string Address => Process.Address;

    /// <summary>The state of cookies that a new window begins with; null for a stranger's.</summary>
    protected virtual string? Cookies => null;

    public virtual Task InitializeAsync()
    {
        Skip.If(RunningSite.WhyNot is not null, RunningSite.WhyNot);
        _logBefore = Process.Log.Count;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
        foreach (var line in Process?.Log.Skip(_logBefore) ?? [])
        {
            output.WriteLine(line);
        }
        Assert.Empty(Complaints);
    }

    protected async Task<IPage> WindowAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        (options.BaseURL, options.StorageState) = (Address, Cookies);
        var context = await site.Browser.NewContextAsync(options);
        _contexts.Add(context);
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Listen(page, message);
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        return page;
    }

    /// <summary>That a page itself answers 404 is no fault of the page; that one of its files does is.</summary>
    private void Listen(IPage page, IConsoleMessage message)
    {
        var isItsOwnStatus = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isItsOwnStatus)
        {
            Complaints.Add($"{page.Url}: {message.Text}");
        }
    }
}
