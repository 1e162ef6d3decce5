using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Dashboard.Tests.Api;

public sealed class SelectionsApiTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    public static TheoryData<string, string, string> Refused => new()
    {
        { """{"clusters":{"from":0,"to":5}}""", "clusters", "between 1 and 20" },
        { """{"clusters":{"from":1,"to":21}}""", "clusters", "between 1 and 20" },
        { """{"clusters":{"from":5,"to":4}}""", "clusters", "from 5 to 4" },
        { """{"features":["Shoe size"]}""", "features", "\"Shoe size\"" },
        { """{"scaling":"huge"}""", "scaling", "standard, minmax, robust, none" },
        { """{"minPoints":0}""", "minPoints", "1 to 10,000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wish_that_cannot_be_met_is_refused_field_by_field(string wish, string field, string said)
    {
        var problem = await PostAsync(wish.Insert(1, $"\"datasetId\":{site.DatasetId},"), HttpStatusCode.BadRequest);

        Assert.Contains(said, problem.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Theory]
    [InlineData("""{"datasetId":1,"k":5}""", "k")]
    [InlineData("""{"datasetId":1,"clusters":{"from":1,"until":5}}""", "until")]
    [InlineData("""{"datasetId":1,"clusters":[1,5]}""", "clusters")]
    public async Task A_field_that_is_not_known_is_refused_by_name(string body, string named) =>
        Assert.Contains(named, (await PostAsync(body, HttpStatusCode.BadRequest)).Text("detail"));

    [Fact]
    public async Task It_is_accepted_with_the_address_to_ask_at_and_answers_with_every_score()
    {
        var accepted = await api.PostJsonAsync("/selections", new { datasetId = site.DatasetId, clusters = new { from = 2, to = 4 } });

        Assert.Equal($"/api/v1/selections/{accepted.Id()}", accepted.GetProperty("links").Text("self"));
        var advice = await api.WaitAsync($"/selections/{accepted.Id()}");
        Assert.Equal(("completed", 1.0, 6, 1), (advice.Text("status"), advice.Number("progress"), advice.Int("rowsUsed"), advice.Int("rowsLeftOut")));
        Assert.Equal([2, 3, 4], advice.Items("scores").Select(s => s.Int("k")));
        Assert.Equal(
            ["k", "wcss", "silhouette", "calinskiHarabasz", "daviesBouldin", "gap", "gapError", "stability", "leastStable", "smallest"],
            advice.Items("scores")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["elbow", "silhouette", "calinskiHarabasz", "daviesBouldin", "gap"], advice.GetProperty("votes").EnumerateObject().Select(p => p.Name));
        Assert.Equal((2, 3), (advice.Int("advised"), advice.Items("scores")[0].Int("smallest")));
        Assert.Contains("say 2", advice.Text("verdict"));
    }

    [Fact]
    public async Task Features_may_be_weighted_logged_derived_or_categories_as_in_a_run()
    {
        object[] features = [new { name = "Income (k$)", log = true }, new { name = "Spending", weight = 2 }, "Gender"];
        object[] derived = [new { name = "Ratio", formula = "[Spending] / [Income (k$)]" }];
        var advice = await api.AdviseAsync(new { datasetId = site.DatasetId, features, derived });
        var run = await api.RunAsync(new { datasetId = site.DatasetId, features, derived, k = 3 });

        Assert.Equal("completed", advice.Text("status"));
        Assert.Equal(run.GetProperty("features").ToString(), advice.GetProperty("features").ToString());
        Assert.Equal(run.GetProperty("metrics").Number("wcss"), advice.Items("scores")[2].Number("wcss"), 1e-9);
    }

    [Fact]
    public async Task Until_it_is_done_it_tells_where_it_stands_and_it_can_be_cancelled_once()
    {
        using var own = new Site();
        var dataset = (await own.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        await own.PauseAsync();
        var id = (await own.Api().PostJsonAsync("/selections", new { datasetId = dataset })).Id();

        var waiting = await own.Api().GetJsonAsync($"/selections/{id}");
        await own.Api().GetJsonAsync($"/selections/{id}/charts/gap.svg", HttpStatusCode.Conflict);
        await own.Api().PostJsonAsync($"/selections/{id}/cancellation");

        Assert.Equal(("queued", JsonValueKind.Null, 0), (waiting.Text("status"), waiting.GetProperty("verdict").ValueKind, waiting.Items("scores").Count));
        Assert.Equal("cancelled", (await own.Api().GetJsonAsync($"/selections/{id}")).Text("status"));
        await own.Api().PostJsonAsync($"/selections/{id}/cancellation", null, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/charts/gap.svg")]
    [InlineData("POST", "/cancellation")]
    public async Task What_does_not_exist_is_not_found(string method, string path) =>
        Assert.Contains("999", (await (await api.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/v1/selections/999{path}"))).JsonAsync(HttpStatusCode.NotFound)).Text("detail"));

    [Fact]
    public async Task A_data_set_that_does_not_exist_or_has_no_customers_is_said_so()
    {
        var empty = (await api.ImportAsync("id,a\nx1,1\nx2,2\n", ("name", "Taken back"))).Id();
        await api.PostJsonAsync($"/datasets/{empty}/undo", null, HttpStatusCode.OK);

        await api.PostJsonAsync("/selections", new { datasetId = 999 }, HttpStatusCode.NotFound);
        await api.PostJsonAsync("/selections", new { datasetId = empty }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task It_is_listed_page_by_page_and_by_data_set()
    {
        var other = (await api.ImportAsync(Shoppers.Many(12), ("name", "Listed"))).Id();
        var mine = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            mine.Add((await api.AdviseAsync(new { datasetId = other, clusters = new { to = 3 } })).Id());
        }

        var first = await api.GetJsonAsync($"/selections?datasetId={other}&take=2");
        var second = await api.GetJsonAsync($"/selections?datasetId={other}&take=2&after={first.GetProperty("next")}");

        Assert.Equal(mine, first.Items().Concat(second.Items()).Select(r => r.Id()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Each_chart_is_a_picture_with_title_and_description()
    {
        var id = (await api.AdviseAsync(new { datasetId = site.DatasetId })).Id();
        foreach (var name in Dashboard.Selections.SelectionCharts.Names)
        {
            var svg = XElement.Parse(await api.GetStringAsync($"/api/v1/selections/{id}/charts/{name}.svg"));

            Assert.NotEmpty(svg.Elements().First(e => e.Name.LocalName == "title").Value);
            Assert.NotEmpty(svg.Elements().First(e => e.Name.LocalName == "desc").Value);
        }
        Assert.Contains("kdistance", (await api.GetJsonAsync($"/selections/{id}/charts/pie.svg", HttpStatusCode.NotFound)).Text("detail"));
    }

    private async Task<JsonElement> PostAsync(string body, HttpStatusCode expected) =>
        await (await api.PostAsync("/api/v1/selections", new StringContent(body, Encoding.UTF8, "application/json"))).JsonAsync(expected);
}
