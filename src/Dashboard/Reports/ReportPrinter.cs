using System.Text.Encodings.Web;
using Microsoft.Extensions.FileProviders;
using Microsoft.Playwright;

namespace Dashboard.Reports;

/// <summary>All places at the printer are taken; the caller may come back in a little while.</summary>
public sealed class PrinterBusy() : Exception("Many reports are being printed right now. Try again in a minute.");

/// <summary>
/// Prints our own HTML to PDF in a browser that gets nothing else: a made-up origin, our style sheets, no scripts, a fresh context for each report.
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

    public async Task<byte[]> PrintAsync(string html, string header, CancellationToken cancellation)
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
                return await PrintNowAsync(html, header);
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

    public void Dispose() => _places.Dispose();

    private async Task<byte[]> PrintNowAsync(string html, string header)
    {
        var chromium = await browser.GetAsync();
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = false, Offline = false });
        context.SetDefaultTimeout(Patience);
        await context.RouteAsync("**/*", route => AnswerAsync(route, html));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Origin + "/");
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

    private Task AnswerAsync(IRoute route, string html)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
        {
            return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
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
