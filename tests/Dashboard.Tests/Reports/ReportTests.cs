using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Reports;

/// <summary>The campaign report, as it comes out of the browser that prints it.</summary>
public sealed class ReportTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Browser = "/usr/bin/chromium";
    private readonly HttpClient api = site.Api();

    [SkippableFact]
    public async Task It_is_an_A4_document_of_a_few_pages_with_tags_and_its_own_fonts()
    {
        var pdf = await PrintAsync(site.SegmentIds[0]);

        var facts = await Poppler.AskAsync("pdfinfo", pdf);
        Assert.InRange(int.Parse(Regex.Match(facts, @"Pages:\s+(\d+)").Groups[1].Value), 2, 4);
        Assert.Contains("A4", facts);
        Assert.Matches(@"Tagged:\s+yes", facts);
        var fonts = (await Poppler.AskAsync("pdffonts", pdf)).TrimEnd().Split('\n')[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", font));
        Assert.Contains("/Outlines", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf)));
    }

    /// <summary>What a screen reader goes by: headings, tables with heads, and pictures as figures with a text.</summary>
    [SkippableFact]
    public async Task Its_tags_tell_headings_tables_and_figures_apart()
    {
        var tags = await Poppler.AskAsync("pdfinfo", await PrintAsync(site.SegmentIds[0]), "-struct-text");

        foreach (var tag in new[] { "H1", "H2", "Table", "TR", "TH", "TD", "Figure", "P" })
        {
            Assert.Matches($@"(?m)^\s*{tag}\b", tags);
        }
        Assert.Contains("Recommended action", tags);
    }

    [SkippableFact]
    public async Task It_says_who_they_are_how_many_and_what_to_do()
    {
        var segment = await api.GetJsonAsync($"/segments/{site.SegmentIds[0]}");

        var text = await Poppler.TextAsync(await PrintAsync(site.SegmentIds[0]));

        Assert.Contains(segment.Text("name")!, text);
        Assert.Contains("3 customers", text);
        Assert.Contains(segment.Text("action")!.Replace('\n', ' '), text);
        Assert.Contains("Page 1 of", text);
    }

    [Fact]
    public async Task Of_fewer_than_five_it_shows_no_figures_of_single_people()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/segments/{site.SegmentIds[0]}/report");

        var text = page.Body!.TextContent;
        Assert.Contains("figures of single people are left out", text);
        Assert.DoesNotContain("Lowest to highest", text);
        Assert.DoesNotContain("A2", text);
        Assert.All(page.QuerySelectorAll("tbody tr").Where(tr => tr.TextContent.Contains("Gender:")), tr => Assert.Equal(["fewer than 5", ""], tr.QuerySelectorAll("td").Take(2).Select(td => td.TextContent)));
    }

    /// <summary>A context that stays open keeps its pages, and with them memory, until the browser ends.</summary>
    [SkippableFact]
    public async Task Many_in_a_row_leave_nothing_open()
    {
        for (var i = 0; i < 10; i++)
        {
            await PrintAsync(site.SegmentIds[0]);
        }

        Assert.Empty((await site.Services.GetRequiredService<Dashboard.Reports.Browser>().GetAsync()).Contexts);
    }

    [SkippableFact]
    public async Task Names_in_other_scripts_come_out()
    {
        const string name = "Ελλάδα Москва 客户 Őrség";
        var id = site.SegmentIds[1];
        await (await api.PatchAsJsonAsync($"/api/v1/segments/{id}", new { name })).JsonAsync();

        var text = await Poppler.TextAsync(await PrintAsync(id));

        Assert.All(name.Split(' '), word => Assert.Contains(word, text));
    }

    [SkippableFact]
    public async Task Of_many_at_once_those_who_find_no_place_are_asked_to_come_back()
    {
        Skip.If(!File.Exists(Browser), $"{Browser} is not installed");
        await PrintAsync(site.SegmentIds[0]);

        var answers = await Task.WhenAll(Enumerable.Range(0, ReportPrinter.AtWork + ReportPrinter.Waiting + 8).Select(_ => api.GetAsync($"/api/v1/segments/{site.SegmentIds[0]}/report.pdf")));

        var busy = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(busy.Count, 1, 8);
        Assert.All(busy, a => Assert.Equal(TimeSpan.FromMinutes(1), a.Headers.RetryAfter?.Delta));
        Assert.All(answers.Except(busy), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    private async Task<string> PrintAsync(int segment)
    {
        Skip.If(!File.Exists(Browser), $"{Browser} is not installed");
        var answer = await api.GetAsync($"/api/v1/segments/{segment}/report.pdf");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        var path = Path.Combine(site.Folder, $"{segment}.pdf");
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }
}
