using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Tests.Pages.Runs;

public sealed class RunPagesTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly string[] All = ["", "/features", "/features?shape=violin&profile=radar", "/maps", "/maps?map=neighbours", "/maps?map=space", "/quality"];
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_category_of_many_values_says_how_many_were_compared()
    {
        var csv = "Customer ID,Town,Age\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"C{i},Town {i % 30},{20 + i % 40}\n"));
        var set = await site.Api().ImportAsync(csv, ("name", "Towns"), ("columns", """[{"source":"Town","role":"category"}]"""));
        var run = await site.Api().RunAsync(new { datasetId = set.Id(), k = 3, features = new[] { "Age", "Town" } });

        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{run.Id()}");
        Assert.Contains("Of Town the 20 most frequent values were compared", page.QuerySelector("p.note")!.TextContent);
    }

    [Fact]
    public async Task Every_chart_has_a_caption_a_table_and_files_to_take_away()
    {
        var ada = await site.SignedInAsync();
        foreach (var path in All)
        {
            var page = await ada.OpenAsync($"/runs/{site.RunId}{path}");
            Assert.Equal(page.QuerySelectorAll("figure.figure").Length, page.QuerySelectorAll(".files").Length);
            Assert.All(page.QuerySelectorAll("figure.figure"), figure => Assert.NotEmpty(figure.QuerySelectorAll("details table tbody tr")));
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>(".files a[href*='.svg']"))
            {
                Assert.Equal(HttpStatusCode.OK, (await ada.Client.GetAsync(link.GetAttribute("href"))).StatusCode);
            }
        }
    }

    [Fact]
    public async Task The_pages_of_a_run_lead_to_each_other()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{site.RunId}/maps?map=space");

        Assert.Equal(["", "/features", "/maps", "/quality", "/targets"], page.QuerySelectorAll(".tabs a").Select(a => a.GetAttribute("href")!.Replace($"/runs/{site.RunId}", "")));
        Assert.Equal("Maps", page.QuerySelector(".tabs a[aria-current=page]")!.TextContent);
    }

    /// <summary>One customer, one feature, no segment, no difference: each page says so.</summary>
    [Theory]
    [InlineData("id,Age,Income\nx,3,4\n", "k", 1)]
    [InlineData("id,Age\na,1\nb,2\nc,9\nd,10\n", "k", 2)]
    [InlineData("id,Age,Income\na,3,4\nb,3,4\nc,3,4\nd,3,4\ne,3,4\n", "k", 1)]
    [InlineData("id,Age,Income,City\na,1,40,Athens\nb,20,4,Athens\nc,33,14,\nd,56,90,Volos\n", "minPoints", 50)]
    public async Task What_cannot_be_drawn_is_said_in_words(string csv, string parameter, int value)
    {
        var ada = await site.SignedInAsync();
        var dataset = (await api.ImportAsync(csv, ("name", $"Edge {csv.Length}"))).Id();
        var wish = new Dictionary<string, object> { ["datasetId"] = dataset, ["algorithm"] = parameter == "k" ? "kmeans" : "dbscan", [parameter] = value, ["features"] = csv.Split('\n')[0].Split(',')[1..].Where(c => c != "City") };
        if (parameter != "k")
        {
            wish["epsilon"] = 0.1;
        }
        var run = await api.RunAsync(wish);
        Assert.Equal("completed", run.Text("status"));
        foreach (var path in All)
        {
            var page = await ada.OpenAsync($"/runs/{run.Id()}{path}");
            Assert.DoesNotContain("NaN", page.Body!.InnerHtml);
            Assert.All(page.QuerySelectorAll("main .card"), card => Assert.True(card.QuerySelector("figure, p, table, form, b, ul, dl") is not null, card.InnerHtml));
        }
    }

    [Fact]
    public async Task A_run_without_a_result_leads_to_its_own_page()
    {
        var dataset = (await api.ImportAsync("id,Age,Visits\na,1,\nb,,2\nc,3,\n", ("name", "Half"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 2, features = new[] { "Age", "Visits" } });
        Assert.Equal("failed", run.Text("status"));

        var answer = await (await site.SignedInAsync()).Client.GetAsync($"/runs/{run.Id()}/maps");

        Assert.Equal($"/runs/{run.Id()}", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync()).Client.GetAsync("/runs/999999/quality")).StatusCode);
    }

    [Fact]
    public async Task Pictures_for_few_features_say_which_they_left_out_and_the_lines_have_all()
    {
        string[] features = [.. Enumerable.Range(1, 10).Select(j => $"Visits {j}")];
        var rows = Enumerable.Range(0, 40).Select(i => $"{i},{string.Join(',', features.Select((_, j) => (i % 2 == 0 ? 1 : 5 + j) + i % 3))}\n");
        var dataset = (await api.ImportAsync($"id,{string.Join(',', features)}\n{string.Concat(rows)}", ("name", "Ten features"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 2, features });
        var ada = await site.SignedInAsync();

        Assert.Contains("Of 10 features these are the 8 in which segments differ most", (await ada.OpenAsync($"/runs/{run.Id()}")).Body!.TextContent);
        Assert.Contains("Of 10 features", (await ada.OpenAsync($"/runs/{run.Id()}/features?profile=radar")).Body!.TextContent);
        var lines = (await ada.OpenAsync($"/runs/{run.Id()}/features")).QuerySelector("figure")!;
        Assert.All(features, feature => Assert.Contains(feature, lines.QuerySelector("thead")!.TextContent));
    }

    [Fact]
    public async Task Fewer_segments_than_asked_for_are_explained()
    {
        var dataset = (await api.ImportAsync($"id,Age,Income\n{string.Concat(Enumerable.Range(0, 12).Select(i => $"{i},{20 + i % 3},{i % 3}\n"))}", ("name", "Three kinds"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 5, features = new[] { "Age", "Income" } });

        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{run.Id()}");

        Assert.Contains("You asked for 5 segments, but in these features there are no more than 3 different customers.", page.QuerySelector(".note")!.TextContent);
    }

    [Fact]
    public async Task The_box_is_turned_by_links_that_keep_what_is_chosen()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(60), ("name", "Space"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 3 });

        var page = await (await site.SignedInAsync()).OpenAsync($"/runs/{run.Id()}/maps?map=space&z=Spending&angle=330");

        Assert.Contains(page.QuerySelectorAll(".actions a"), a => a.GetAttribute("href")!.EndsWith("&z=Spending&angle=0&map=space", StringComparison.Ordinal));
        Assert.Equal("Spending", page.QuerySelector<IHtmlSelectElement>("#z")!.Value);
    }
}
