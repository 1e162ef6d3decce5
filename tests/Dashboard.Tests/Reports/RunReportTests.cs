using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Reports;

/// <summary>All segments in one document, on a company's own paper.</summary>
public sealed class RunReportTests : IAsyncLifetime, IDisposable
{
    private readonly Site _site = Site.With(null, ("Report:Company", "Müller & Söhne"), ("Report:Paper", "Letter"));
    private int _run;

    public async Task InitializeAsync()
    {
        var dataset = (await _site.Api().ImportAsync(Shoppers.Many(60))).Id();
        _run = (await _site.Api().RunAsync(new { datasetId = dataset, k = 3, features = Shoppers.Features })).Id();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Its_contents_lead_to_each_segment()
    {
        var page = await (await _site.SignedInAsync()).OpenAsync($"/runs/{_run}/report");

        var targets = page.QuerySelectorAll("table a[href^='#']").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.Equal(3, targets.Count);
        Assert.Equal(page.QuerySelectorAll("article h1").Select(h => h.TextContent), targets.Select(id => page.GetElementById(id)!.QuerySelector("h1")!.TextContent));
        Assert.Contains("Müller & Söhne", page.QuerySelector(".letterhead")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h2"), h => h.TextContent == "Method");
    }

    [SkippableFact]
    public async Task It_is_printed_on_that_paper_with_two_to_four_pages_for_each_segment()
    {
        Skip.If(!File.Exists("/usr/bin/chromium") || !File.Exists("/usr/bin/pdfinfo"), "chromium or poppler-utils is not installed");
        var file = Path.Combine(_site.Folder, "all.pdf");
        await File.WriteAllBytesAsync(file, await _site.Api().GetByteArrayAsync($"/api/v1/runs/{_run}/report.pdf"));

        using var process = Process.Start(new ProcessStartInfo("pdfinfo", [file]) { RedirectStandardOutput = true })!;
        var facts = await process.StandardOutput.ReadToEndAsync();

        Assert.Contains("(letter)", facts);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.InRange(int.Parse(Regex.Match(facts, @"Pages:\s+(\d+)").Groups[1].Value), 1 + 3 * 2, 1 + 3 * 4);
    }

    [Fact]
    public async Task A_run_without_segments_has_no_report()
    {
        var dataset = (await _site.Api().ImportAsync(Shoppers.Many(30), ("name", "Thirty"))).Id();
        var alone = (await _site.Api().RunAsync(new { datasetId = dataset, algorithm = "dbscan", epsilon = 0.0001, minPoints = 20, features = Shoppers.Features })).Id();

        Assert.Contains("no segments to report on", (await _site.Api().GetJsonAsync($"/runs/{alone}/report.pdf", HttpStatusCode.Conflict)).Text("detail"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.SignedInAsync()).Client.GetAsync($"/runs/{alone}/report")).StatusCode);
        await _site.Api().GetJsonAsync("/runs/999/report.pdf", HttpStatusCode.NotFound);
    }
}
