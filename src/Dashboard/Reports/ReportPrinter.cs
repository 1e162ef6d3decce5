using System.Text.Encodings.Web;
using Microsoft.Extensions.FileProviders;
using Microsoft.Playwright;

namespace Dashboard.Reports;

/// <summary>All places at the printer are taken; the caller may come back in a little while.</summary>
public sealed class PrinterBusy() : Exception("Many reports are being printed right now. Try again in a minute.");

/// <summary>
/// Prints our own HTML to PDF and our own SVG to PNG in a browser that gets nothing else: a made-up origin, our style sheets, no scripts, a fresh
/// context for each.
/// Two at a time, twenty wait.
/// </summary>
public sealed class ReportPrinter(Browser browser, IWebHostEnvironment site) : IDisposable
{
    public const int AtWork = 2;
    public const int Waiting = 20;
    private const string Origin = "https://report.invalid";
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
        var page = await OpenAsync(context, svg, "image/svg+xml; charset=utf-8");
        return await page.ScreenshotAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<byte[]> PrintNowAsync(string html, string header)
    {
        await using var context = await ContextAsync(new());
        var page = await OpenAsync(context, html, "text/html; charset=utf-8");
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
        (options.JavaScriptEnabled, options.Offline) = (false, false);
        var context = await (await browser.GetAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string content, string type)
    {
        await context.RouteAsync("**/*", route => AnswerAsync(route, content, type));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Origin + "/");
        return page;
    }

    private Task AnswerAsync(IRoute route, string content, string type)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
        {
            return route.FulfillAsync(new() { ContentType = type, Body = content });
        }
        var file = site.WebRootFileProvider.GetFileInfo(path);
        return path.StartsWith("/css/", StringComparison.Ordinal) && file.Exists
            ? route.FulfillAsync(new() { ContentType = "text/css; charset=utf-8", Body = Read(file) })
            : route.AbortAsync();
    }

    private static string Read(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Running(string content) =>
        $"<div style=\"font:9px Arial,'Liberation Sans',sans-serif;color:#566070;width:100%;padding:0 14mm\">{content}</div>";
}
