using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace Dashboard.Tests.Api;

public sealed class ChartsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    /// <summary>Two who spend a thousand times as much would put all others into one bin.</summary>
    [Fact]
    public async Task Few_who_are_far_off_do_not_hide_how_the_others_spread()
    {
        var rich = Shoppers.Many(300) + "R1,City 1,40,50,90000\nR2,City 1,41,50,80000\n";
        var run = await api.RunAsync(new { datasetId = (await api.ImportAsync(rich, ("name", "With two rich"))).Id(), k = 3, features = Shoppers.Features });

        var svg = await api.GetStringAsync($"/api/v1/runs/{run.Id()}/charts/histogram.svg?feature=Spending");

        Assert.Matches("Spending, [34] above [0-9.]+ not shown", svg);
        Assert.True(svg.Split("<rect ").Length > 6, svg);
    }

    [Theory]
    [InlineData("scatter")]
    [InlineData("scatter", "?x=Spending&y=Income (k$)")]
    [InlineData("scatter", "?segment=1")]
    [InlineData("sizes")]
    [InlineData("heatmap")]
    [InlineData("histogram")]
    [InlineData("histogram", "?x=Spending&segment=0")]
    [InlineData("histogram", "?feature=Spending")]
    [InlineData("elbow")]
    [InlineData("silhouette")]
    [InlineData("pca")]
    [InlineData("tsne")]
    [InlineData("boxplot", "?feature=Spending")]
    [InlineData("boxplot", "?shape=violin")]
    [InlineData("profile")]
    [InlineData("pairs")]
    [InlineData("correlation")]
    [InlineData("kdistance")]
    [InlineData("apart", "?segment=1")]
    [InlineData("mix", "?feature=Gender")]
    public async Task Each_chart_is_a_picture_with_title_and_description(string chart, string choices = "")
    {
        var answer = await api.GetAsync($"/api/v1/runs/{site.RunId}/charts/{chart}.svg{choices}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var svg = XElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.NotEmpty(svg.Elements().First(e => e.Name.LocalName == "title").Value);
        Assert.NotEmpty(svg.Elements().First(e => e.Name.LocalName == "desc").Value);
    }

    [Fact]
    public async Task Unasked_a_scatter_shows_the_two_features_that_tell_segments_apart()
    {
        var set = await api.ImportAsync(Shoppers.Many(90), ("name", "With ages"));
        var run = await api.RunAsync(new { datasetId = set.Id(), algorithm = "kmeans", k = 3, features = new[] { "Income (k$)", "Age", "Spending" } });

        Assert.Contains(">Income and Spending</title>", await api.GetStringAsync($"/api/v1/runs/{run.Id()}/charts/scatter.svg"));
    }

    [Fact]
    public async Task A_chart_that_has_not_changed_is_not_sent_again()
    {
        var path = $"/api/v1/runs/{site.RunId}/charts/sizes.svg";
        var tag = (await api.GetAsync(path)).Headers.ETag!;
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);

        var answer = await api.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_chart_with_a_new_name_in_it_is_sent_again()
    {
        var path = $"/api/v1/runs/{site.RunId}/charts/sizes.svg";
        var tag = (await api.GetAsync(path)).Headers.ETag!;
        await api.PatchAsync($"/api/v1/segments/{site.SegmentIds[0]}", System.Net.Http.Json.JsonContent.Create(new { name = "Thrifty" }));
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(tag.ToString()) } } };

        var answer = await api.SendAsync(request);

        Assert.Contains("Thrifty", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_chart_that_there_is_not_names_those_that_there_are()
    {
        var problem = await api.GetJsonAsync($"/runs/{site.RunId}/charts/pie.svg", HttpStatusCode.NotFound);

        Assert.Contains("scatter, sizes, heatmap, histogram, elbow", problem.Text("detail"));
    }

    [Theory]
    [InlineData("scatter", "x=Height", "no feature \"Height\". It has: Income (k$), Spending")]
    [InlineData("scatter", "segment=77", "no segment 77. It has: 0, 1")]
    [InlineData("boxplot", "feature=Height", "no feature \"Height\"")]
    [InlineData("boxplot", "shape=star", "There are: box, violin")]
    [InlineData("mix", "feature=City", "no category \"City\". It has: Gender")]
    [InlineData("scatter", "atX=NaN&atY=1", "shown where their values are numbers")]
    [InlineData("radar", "", "needs three features")]
    [InlineData("scatter3d", "", "needs three numbers, and this run knows two")]
    public async Task What_cannot_be_drawn_says_why_and_what_there_is(string chart, string choice, string reason) =>
        Assert.Contains(reason, (await api.GetJsonAsync($"/runs/{site.RunId}/charts/{chart}.svg?{choice}", HttpStatusCode.NotFound)).Text("detail"));

    [Fact]
    public async Task An_angle_that_is_no_number_is_refused() =>
        Assert.Contains("Angle", (await api.GetJsonAsync($"/runs/{site.RunId}/charts/scatter3d.svg?angle=left", HttpStatusCode.BadRequest)).Text("detail"));

    [SkippableFact]
    public async Task A_chart_can_be_had_as_PNG_twice_as_fine_and_is_drawn_once()
    {
        Skip.If(!File.Exists("/usr/bin/chromium"), "/usr/bin/chromium is not installed");
        var path = $"/api/v1/runs/{site.RunId}/charts/scatter.png";
        var answer = await api.GetAsync(path);
        var png = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal([0x89, .. "PNG"u8], png[..4]);
        Assert.Equal((1440, 960), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var again = await api.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } });
        Assert.Equal((HttpStatusCode.NotModified, answer.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [SkippableTheory]
    [InlineData("runs", "boxplot.pdf?feature=Spending")]
    [InlineData("datasets", "correlation.pdf")]
    public async Task The_print_form_of_a_chart_is_a_sheet_with_its_title_and_is_printed_once(string of, string chart)
    {
        Skip.If(!File.Exists("/usr/bin/chromium"), "/usr/bin/chromium is not installed");
        var path = $"/api/v1/{of}/{(of == "runs" ? site.RunId : site.DatasetId)}/charts/{chart}";
        var answer = await api.GetAsync(path);
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        var again = await api.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } });
        Assert.Equal((HttpStatusCode.NotModified, answer.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task The_same_chart_is_on_the_page_route_for_people()
    {
        var ada = await site.SignedInAsync();

        Assert.Equal(await api.GetStringAsync($"/api/v1/runs/{site.RunId}/charts/heatmap.svg"), await ada.Client.GetStringAsync($"/runs/{site.RunId}/charts/heatmap.svg"));
    }

    [Theory]
    [InlineData("histogram", "?of=c2")]
    [InlineData("bars", "?by=c1")]
    [InlineData("pairs", "?pair=c2&pair=c3&by=c1")]
    [InlineData("correlation")]
    [InlineData("boxplot", "?of=c3&by=c1&shape=violin")]
    [InlineData("missing")]
    public async Task Each_chart_of_the_customers_is_the_same_picture_for_people_and_programs(string chart, string choices = "")
    {
        var ada = await site.SignedInAsync();
        var path = $"/datasets/{site.DatasetId}/charts/{chart}.svg{choices}";
        var svg = await api.GetStringAsync("/api/v1" + path);

        Assert.Equal("img", XElement.Parse(svg).Attribute("role")?.Value);
        Assert.Equal(svg, await ada.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task A_chart_of_the_customers_is_sent_again_once_there_is_another_version_of_them()
    {
        var id = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "To be changed"))).Id();
        var path = $"/api/v1/datasets/{id}/charts/histogram.svg?of=c3";
        var tag = (await api.GetAsync(path)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync()).StatusCode);
        await api.ImportAsync(Shoppers.TwoGroups.Replace("A1,Female,10,11", "A1,Female,10,99"), ("datasetId", $"{id}"));
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync()).StatusCode);

        Task<HttpResponseMessage> AgainAsync() => api.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(tag.ToString()) } } });
    }

    [Fact]
    public async Task A_chart_of_the_customers_that_there_is_not_names_those_that_there_are()
    {
        var problem = await api.GetJsonAsync($"/datasets/{site.DatasetId}/charts/revenue.svg", HttpStatusCode.NotFound);

        Assert.Contains("histogram, bars, pairs, correlation, boxplot, missing, revenue", problem.Text("detail"));
        await api.GetJsonAsync("/datasets/999999/charts/pairs.svg", HttpStatusCode.NotFound);
    }
}
