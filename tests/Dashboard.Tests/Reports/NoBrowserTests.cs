using System.Net;

namespace Dashboard.Tests.Reports;

public sealed class NoBrowserTests : IAsyncLifetime, IDisposable
{
    private readonly Site _site = Site.With(null, ("Reports:Browser", "none"));
    private int _run;
    private int _segment;

    public async Task InitializeAsync()
    {
        var dataset = (await _site.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        var run = await _site.Api().RunAsync(new { datasetId = dataset, k = 2 });
        (_run, _segment) = (run.Id(), run.Items("segments")[0].Id());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Without_a_browser_the_site_names_the_package_and_offers_the_page_to_print()
    {
        var ada = await _site.SignedInAsync();

        var page = await ada.OpenAsync($"/segments/{_segment}");

        Assert.Contains("package chromium", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector($"a.primary[href='/segments/{_segment}/report']"));
        await ada.OpenAsync($"/segments/{_segment}/report");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/runs/{0}")]
    public async Task The_card_of_a_segment_leads_to_the_page_to_print(string path)
    {
        var card = (await (await _site.SignedInAsync()).OpenAsync(string.Format(path, _run))).QuerySelectorAll("article.segment").Single(c => c.QuerySelector($"h3 a[href='/segments/{_segment}']") is not null);

        Assert.NotNull(card.QuerySelector($"a[href='/segments/{_segment}/report']"));
        Assert.Empty(card.QuerySelectorAll("a[href$='.pdf']"));
    }

    [Fact]
    public async Task A_chart_is_offered_as_SVG_alone_and_a_PNG_names_the_package()
    {
        var page = await (await _site.SignedInAsync()).OpenAsync($"/runs/{_run}");

        Assert.NotEmpty(page.QuerySelectorAll(".files a[href*='.svg']"));
        Assert.Empty(page.QuerySelectorAll(".files a[href*='.png']"));
        Assert.Contains("package chromium", (await _site.Api().GetJsonAsync($"/runs/{_run}/charts/sizes.png", HttpStatusCode.ServiceUnavailable)).Text("detail"));
    }

    [Fact]
    public async Task People_get_a_page_that_names_the_package_and_programs_get_problem_details()
    {
        var ada = await _site.SignedInAsync();

        var person = await ada.Client.GetAsync($"/segments/{_segment}/report.pdf");
        var program = await _site.Api().GetAsync($"/api/v1/segments/{_segment}/report.pdf");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (person.StatusCode, person.Content.Headers.ContentType?.MediaType));
        Assert.Contains("package chromium", await Visitor.TextAsync(person));
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Contains("package chromium", (await program.JsonAsync(HttpStatusCode.ServiceUnavailable)).Text("detail"));
    }
}
