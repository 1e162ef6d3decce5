using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Reports;

/// <summary>All places at the printer are taken; the caller may come back in a little while.</summary>
public sealed class PrinterBusy() : Exception("Many reports are being printed right now. Try again in a minute.");

/// <summary>
/// Prints our own HTML to PDF and our own SVG to PNG in a browser that gets nothing else: offline, no scripts, a fresh context for each.
/// Two at a time, twenty wait.
/// </summary>
public sealed partial class ReportPrinter(Browser browser, IWebHostEnvironment site) : IDisposable
{
    public const int AtWork = 2;
    public const int Waiting = 20;
    private const float Patience = 10_000;
    private readonly SemaphoreSlim _places = new(AtWork, AtWork);
    private int _inside;

    /// <summary>Null when PDFs can be printed, else what to do about it.</summary>
    public string? WhyNot => browser.Path is not null ? null
        : "This machine has no browser to print PDFs with. Install the package chromium (apt-get install chromium), or print the report page from your own browser.";

    public Task<byte[]> PrintAsync(string html, string header, CancellationToken cancellation) => InTurnAsync(() => PrintNowAsync(html, header), cancellation);

    /// <summary>The picture as PNG, two points to a unit, so that it is sharp on paper and on fine screens.</summary>
    public Task<byte[]> PictureAsync(string svg, double width, double height, CancellationToken cancellation) =>
        InTurnAsync(() => PictureNowAsync(svg, (int)Math.Ceiling(width), (int)Math.Ceiling(height)), cancellation);

    public void Dispose() => _places.Dispose();

    private async Task<byte[]> InTurnAsync(Func<Task<byte[]>> work, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _inside) > AtWork + Waiting)
        {
            Interlocked.Decrement(ref _inside);
            throw new PrinterBusy();
        }
        try
        {
            await _places.WaitAsync(cancellation);
            try
            {
                return await work();
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private async Task<byte[]> PictureNowAsync(string svg, int width, int height)
    {
        await using var context = await ContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = 2 });
        var page = await OpenAsync(context, $"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}");
        return await page.ScreenshotAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<byte[]> PrintNowAsync(string html, string header)
    {
        await using var context = await ContextAsync(new());
        var page = await OpenAsync(context, Inlined(html));
        // Leaving by time-out closes the context, and with it the print.
        return await page.PdfAsync(new()
        {
            PreferCSSPageSize = true,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = Running(HtmlEncoder.Default.Encode(header)),
            FooterTemplate = Running("Page <span class=\"pageNumber\"></span> of <span class=\"totalPages\"></span>"),
        }).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        (options.JavaScriptEnabled, options.Offline) = (false, true);
        var context = await (await browser.GetAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string html)
    {
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        return page;
    }

    /// <summary>The style sheets go into the page: each fetched by itself costs 30 ms.</summary>
    private string Inlined(string html) => StyleSheet().Replace(html, link => $"<style>{Read(link.Groups["path"].Value)}</style>");

    private string Read(string path)
    {
        using var reader = new StreamReader(site.WebRootFileProvider.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<path>/css/[a-z-]+\.css)" />""")]
    private static partial Regex StyleSheet();

    private static string Running(string content) =>
        $"<div style=\"font:9px Arial,'Liberation Sans',sans-serif;color:#566070;width:100%;padding:0 14mm\">{content}</div>";
}
