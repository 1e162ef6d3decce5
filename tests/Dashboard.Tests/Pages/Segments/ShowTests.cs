using AngleSharp.Dom;

namespace Dashboard.Tests.Pages.Segments;

public sealed class ShowTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task Words_written_on_the_page_are_kept_with_who_wrote_them()
    {
        var ada = await site.SignedInAsync();
        var path = $"/segments/{site.SegmentIds[0]}";

        var answer = await ada.SubmitAsync(path, "#edit form", ("name", "Thrifty"), ("description", "They look at prices."), ("action", "Send the leaflet."));

        Assert.Equal(path, answer.Headers.Location?.OriginalString);
        var page = await ada.OpenAsync(path);
        Assert.Contains("Thrifty", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("They look at prices.", page.QuerySelector(".quote")!.TextContent);
        Assert.Contains("Last changed by ada@example.com", page.QuerySelector("#edit")!.TextContent);
        Assert.Contains("ada@example.com: Thrifty (name, before “", page.QuerySelector(".card:has(> .plain-list)")!.TextContent);
        Assert.Equal("Send the leaflet.", (await site.Api().GetJsonAsync(path)).Text("action"));
    }

    [Fact]
    public async Task Charts_show_a_new_name_at_once_and_a_refused_one_never_again()
    {
        var (ada, path, run) = (await site.SignedInAsync(), $"/segments/{site.SegmentIds[1]}", $"/runs/{site.RunId}");
        await ada.OpenAsync(path);
        await ada.OpenAsync(run);

        await ada.SubmitAsync(path, "#edit form", ("name", "Spendthrifts"));
        await ada.SubmitAsync(path, "#edit form", ("name", "Nobody"), ("action", new string('x', 2001)));

        Assert.All(ChartsOf(await ada.OpenAsync(path), "Spendthrifts"), chart => Assert.DoesNotContain("Nobody", chart.TextContent));
        ChartsOf(await ada.OpenAsync(run), "Spendthrifts");
    }

    [Fact]
    public async Task Each_chart_on_the_page_has_its_table()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/segments/{site.SegmentIds[0]}");

        Assert.NotEmpty(page.QuerySelectorAll("figure"));
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.NotEmpty(figure.QuerySelectorAll("details table tbody tr")));
        Assert.All(page.QuerySelectorAll("figure > svg"), svg => Assert.Equal("img", svg.GetAttribute("role")));
    }

    [Fact]
    public async Task What_is_refused_is_shown_as_it_was_typed_and_not_kept()
    {
        var path = $"/segments/{site.SegmentIds[1]}";
        var before = await site.Api().GetStringAsync("/api/v1" + path);
        var (name, description, action) = ("Big spenders", "They buy much,\nand often.", new string('x', 2001));

        var answer = await (await site.SignedInAsync()).SubmitAsync(path, "#edit form", ("name", name), ("description", description), ("action", action));

        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("At most 2,000 characters", page.QuerySelector("#edit [role=alert]")!.TextContent);
        Assert.Equal(name, page.QuerySelector("#edit #name")!.GetAttribute("value"));
        Assert.Equal((description, action), (page.QuerySelector("#description")!.TextContent, page.QuerySelector("#action")!.TextContent));
        Assert.Equal(before, await site.Api().GetStringAsync("/api/v1" + path));
    }

    [Fact]
    public async Task A_line_break_counts_once_though_browsers_send_two_characters()
    {
        var path = $"/segments/{site.SegmentIds[1]}";
        var sent = string.Concat(Enumerable.Repeat("x\r\n", 999)) + "xy";

        var answer = await (await site.SignedInAsync()).SubmitAsync(path, "#edit form", ("description", sent));

        Assert.Equal(path, answer.Headers.Location?.OriginalString);
        Assert.Equal(sent.Replace("\r", ""), (await site.Api().GetJsonAsync(path)).Text("description"));
    }

    private static List<IElement> ChartsOf(IDocument page, string name)
    {
        var charts = page.QuerySelectorAll("figure").Where(figure => figure.TextContent.Contains(name)).ToList();
        Assert.NotEmpty(charts);
        return charts;
    }
}
