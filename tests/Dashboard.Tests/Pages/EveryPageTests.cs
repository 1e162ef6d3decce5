using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dashboard.Access;

namespace Dashboard.Tests.Pages;

/// <summary>Walks through the site by its links, with names in it that would like to be markup.</summary>
public sealed class EveryPageTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(1)</script></text></svg>'";
    private const string Csv = "id,<script>alert(1)</script>,\"\"\"><b onclick=alert(1)>\",City\na1,1,2,<img src=x onerror=alert(1)>\na2,2,3,</svg><script>x</script>\na3,9,8,<b>\na4,8,9,<b>\n";

    [Fact]
    public async Task No_page_holds_a_style_a_script_a_dead_link_or_a_chart_that_cannot_be_saved()
    {
        await FillAsync();
        var ada = await site.SignedInAsync();
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>(["/", $"/predictions?runId={site.RunId}&values=30&values=40", "/not-allowed", "/no/such/page"]));
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || path.EndsWith(".pdf", StringComparison.Ordinal))
            {
                continue;
            }
            var answer = await ada.Client.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode || answer.Headers.Location is not null || path == "/no/such/page", $"{path} is a dead link: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "image/svg+xml")
            {
                var document = Visitor.Parse(await answer.Content.ReadAsStringAsync());
                Assert.Empty(Forbidden(document).Select(found => $"{path}: {found}"));
                Assert.Empty(document.QuerySelectorAll("figure").Where(figure => !IsPaper(path) && figure.NextElementSibling?.QuerySelector("a[href*='.svg']") is null).Select(figure => $"{path}: {figure.TextContent}"));
                Links(document).ForEach(waiting.Enqueue);
            }
        }
        Assert.True(seen.Count > 20, string.Join(' ', seen));
    }

    [Theory]
    [InlineData(Roles.Viewer)]
    [InlineData(Roles.Marketer)]
    [InlineData(Roles.Administrator)]
    public async Task Nobody_is_led_to_where_they_may_not_go(string role)
    {
        var visitor = await site.SignedInAsync(role);
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || path.EndsWith(".pdf", StringComparison.Ordinal) || path.EndsWith(".png", StringComparison.Ordinal))
            {
                continue;
            }
            var answer = await visitor.Client.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode || answer.Headers.Location is { OriginalString: var to } && !to.StartsWith("/not-allowed", StringComparison.Ordinal) && !to.StartsWith("/sign-in", StringComparison.Ordinal),
                $"A {role} is led to {path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Links(Visitor.Parse(await answer.Content.ReadAsStringAsync())).ForEach(waiting.Enqueue);
            }
        }
        Assert.Contains($"/runs/{site.RunId}", seen);
        Assert.Equal(role == Roles.Administrator, seen.Contains("/people"));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    public async Task Nor_do_the_pages_for_those_who_are_not_signed_in(string path)
    {
        var html = await (await site.Visitor().Client.GetAsync(path)).Content.ReadAsStringAsync();

        Assert.Empty(Forbidden(Visitor.Parse(html)));
    }

    [Fact]
    public async Task Every_page_has_a_title_a_heading_and_names_for_its_fields()
    {
        var ada = await site.SignedInAsync();
        foreach (var path in new[] { "/", "/datasets", "/datasets/new", "/datasets/1", "/runs", "/runs/new", "/predictions", $"/runs/{site.RunId}", $"/segments/{site.SegmentIds[0]}" })
        {
            var page = await ada.OpenAsync(path);
            Assert.EndsWith(" · Dashboard", page.Title);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.QuerySelectorAll("input:not([type=hidden]), select, textarea").Where(field => !field.HasAttribute("aria-label") && page.QuerySelector($"label[for='{field.Id}']") is null && field.Closest("label") is null).Select(field => $"{path}: {field.OuterHtml}"));
            Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{path}: {g.Key} twice"));
        }
    }

    private async Task FillAsync()
    {
        var api = site.Api();
        var dataset = await api.ImportAsync(System.Text.Encoding.UTF8.GetBytes(Csv), "<script>alert(1)<b>.csv", ("name", Hostile));
        var run = await api.RunAsync(new { datasetId = dataset.Id(), name = Hostile, k = 2 });
        Assert.Equal("completed", run.Text("status"));
        foreach (var segment in run.Items("segments"))
        {
            await api.PatchAsync($"/api/v1/segments/{segment.Id()}", System.Net.Http.Json.JsonContent.Create(new { name = Hostile + segment.Id(), description = Hostile, action = Hostile }));
        }
        await api.PostJsonAsync($"/runs/{run.Id()}/activation", null, System.Net.HttpStatusCode.OK);
        await api.ImportAsync("id,a\nx,y\n", ("name", "Failed " + Hostile), ("columns", """[{"source":"a","role":"number"}]"""));
    }

    /// <summary>A report is itself the file in which its charts are saved.</summary>
    private static bool IsPaper(string path) => path.EndsWith("/report", StringComparison.Ordinal);

    private static List<string> Links(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("a[href^='/'], link[href^='/'], script[src^='/'], img[src^='/']").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('#')[0])];

    private static IEnumerable<string> Forbidden(IHtmlDocument page) =>
        from element in page.All
        from attribute in element.Attributes.DefaultIfEmpty()
        where element is { LocalName: "style" } or { LocalName: "iframe" }
            || element.LocalName == "script" && !element.HasAttribute("src")
            || attribute is not null && (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        select element.OuterHtml[..Math.Min(200, element.OuterHtml.Length)];
}
