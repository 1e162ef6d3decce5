using System.Net;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests.Api;

public sealed class RunsApiTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    public static TheoryData<string, string, string> Refused => new()
    {
        { """{"k":0}""", "k", "from 1 to 50" },
        { """{"k":51}""", "k", "from 1 to 50" },
        { """{"k":8}""", "k", "only 7 customers" },
        { """{"k":2.5}""", "k", "whole number" },
        { """{"k":1e300}""", "k", "whole number" },
        { """{"features":["Income (k$)","Shoe size","Hat"]}""", "features", "\"Shoe size\", \"Hat\"" },
        { """{"features":["Gender"]}""", "features", "at least one number" },
        { """{"features":["Gender","Hat"]}""", "features", "Income (k$), Spending, Gender" },
        { """{"features":[{"name":"Spending","weight":0}]}""", "features", "weight of Spending must be above 0" },
        { """{"features":["Spending",{"name":"Gender","log":true}]}""", "features", "it is not a number" },
        { """{"derived":[{"name":"","formula":"[Spending]"}]}""", "derived", "needs a name" },
        { """{"derived":[{"name":"Spending","formula":"[Spending] + 1"}]}""", "derived", "There is a column" },
        { """{"derived":[{"name":"Twice","formula":"[Spending] + [Hats]"}]}""", "derived", "no number column “Hats”" },
        { """{"derived":[{"name":"A","formula":"[Spending]"},{"name":"A","formula":"[Spending]"}]}""", "derived", "Two derived features" },
        { """{"algorithm":"hdbscan","minClusterSize":1}""", "minClusterSize", "from 2" },
        { """{"algorithm":"mixture","covariance":"round"}""", "covariance", "full, diagonal" },
        { """{"algorithm":"magic"}""", "algorithm", "kmeans, dbscan" },
        { """{"scaling":"huge"}""", "scaling", "standard, minmax, robust, none" },
        { """{"scaling":"1"}""", "scaling", "standard, minmax, robust, none" },
        { """{"starts":0}""", "starts", "1 to 1,000" },
        { """{"algorithm":"dbscan","epsilon":0}""", "epsilon", "above 0" },
        { """{"algorithm":"dbscan","epsilon":-1}""", "epsilon", "above 0" },
        { """{"algorithm":"dbscan","minPoints":0}""", "minPoints", "1 to 10,000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wish_that_cannot_be_met_is_refused_field_by_field(string wish, string field, string said)
    {
        var problem = await PostAsync(wish.Insert(1, $"\"datasetId\":{site.DatasetId},"), HttpStatusCode.BadRequest);

        Assert.Contains(said, problem.GetProperty("errors").GetProperty(field)[0].GetString());
        Assert.Contains(said, problem.Text("detail"));
    }

    [Theory]
    [InlineData("""{"datasetId":1,"clusters":5}""", "clusters")]
    [InlineData("""{"datasetId":1,"k":"many"}""", "k")]
    [InlineData("""{"datasetId":1,"k":3,"k":4}""", "k")]
    [InlineData("""{"datasetId":1,"features":"Spending"}""", "features")]
    [InlineData("""{"datasetId":"one"}""", "datasetId")]
    [InlineData("""{"datasetId":1,""", "JSON")]
    [InlineData("", "body")]
    public async Task A_body_that_is_not_understood_is_refused_by_name(string body, string named) =>
        Assert.Contains(named, (await PostAsync(body, HttpStatusCode.BadRequest)).Text("detail"));

    [Fact]
    public async Task A_body_nested_ten_thousand_deep_is_refused() =>
        await PostAsync("""{"datasetId":""" + new string('[', 10_000), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Where_fewer_customers_have_values_than_segments_were_asked_for_there_are_fewer_segments()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, k = 7, features = Shoppers.Features });

        Assert.Equal(("completed", 6), (run.Text("status"), run.Items("segments").Count));
        Assert.Equal(6, run.Items("segments").Sum(s => s.Int("size")));
    }

    [Fact]
    public async Task A_run_is_accepted_with_the_address_to_ask_at()
    {
        var answer = await api.PostAsync("/api/v1/runs", Json($$"""{"datasetId":{{site.DatasetId}},"k":2}"""));

        var accepted = await answer.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/v1/runs/{accepted.Id()}", answer.Headers.Location?.OriginalString);
        Assert.Equal($"/api/v1/runs/{accepted.Id()}", accepted.GetProperty("links").Text("self"));
        await api.WaitAsync($"/runs/{accepted.Id()}");
    }

    [Fact]
    public async Task A_completed_run_tells_all_that_it_found()
    {
        var run = await api.GetJsonAsync($"/runs/{site.RunId}");

        Assert.Equal(("completed", 1.0, "kmeans", 6, 1), (run.Text("status"), run.Number("progress"), run.Text("algorithm"), run.Int("rowsUsed"), run.Int("rowsLeftOut")));
        Assert.Equal(Shoppers.Features, run.Items("features").Select(f => f.GetString()));
        Assert.Equal("""{"scaling":"standard","k":2,"starts":20,"epsilon":null,"minPoints":null,"seed":42}""", run.GetProperty("parameters").GetRawText());
        Assert.Equal(["wcss", "silhouette", "calinskiHarabasz", "daviesBouldin", "noise", "iterations"], run.GetProperty("metrics").EnumerateObject().Select(p => p.Name));
        Assert.Equal(0, run.GetProperty("metrics").Int("noise"));
        Assert.True(run.Number("durationMs") >= 0);
        Assert.Equal([0, 1], run.Items("segments").Select(s => s.Int("index")));
        Assert.All(run.Items("segments"), s => Assert.Equal((3, 0.5), (s.Int("size"), s.Number("share"))));
        Assert.Equal([11.0, 91.0], run.Items("segments").Select(s => s.GetProperty("means").Number("Income (k$)")).Order());
    }

    [Fact]
    public async Task A_feature_is_found_by_its_label_or_in_other_case()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, k = 2, features = new[] { "income", "SPENDING" } });

        Assert.Equal(Shoppers.Features, run.Items("features").Select(f => f.GetString()));
    }

    [Fact]
    public async Task Auto_is_replaced_by_what_it_came_to()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, k = "auto" });

        Assert.Equal(2, run.GetProperty("parameters").Int("k"));
    }

    [Fact]
    public async Task Without_features_all_numbers_that_tell_customers_apart_are_used()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, k = 2 });

        Assert.Equal(Shoppers.Features, run.Items("features").Select(f => f.GetString()));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/assignments.csv")]
    [InlineData("GET", "/charts/scatter.svg")]
    [InlineData("POST", "/activation")]
    [InlineData("POST", "/cancellation")]
    public async Task A_run_that_does_not_exist_is_not_found(string method, string path)
    {
        var answer = await api.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/v1/runs/999{path}"));

        Assert.Contains("999", (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("detail"));
    }

    [Fact]
    public async Task A_run_on_a_data_set_that_does_not_exist_is_not_found() =>
        await api.PostJsonAsync("/runs", new { datasetId = 999 }, HttpStatusCode.NotFound);

    [Fact]
    public async Task Cancelling_what_has_ended_is_a_conflict() =>
        await api.PostJsonAsync($"/runs/{site.RunId}/cancellation", null, HttpStatusCode.Conflict);

    [Fact]
    public async Task A_run_without_a_result_has_no_downloads_and_cannot_be_activated()
    {
        var empty = (await api.ImportAsync("id,a,b\nx1,1,2\nx2,2,3\nx3,3,\nx4,,3\n", ("name", "Failing"))).Id();
        await api.PostJsonAsync($"/datasets/{empty}/undo", null, HttpStatusCode.OK);
        var failed = await FailedAsync();

        await api.GetJsonAsync($"/runs/{failed}/assignments.csv", HttpStatusCode.Conflict);
        await api.GetJsonAsync($"/runs/{failed}/charts/sizes.svg", HttpStatusCode.Conflict);
        await api.PostJsonAsync($"/runs/{failed}/activation", null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Runs_are_listed_page_by_page_and_by_data_set()
    {
        var other = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Listed"))).Id();
        var mine = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            mine.Add((await api.RunAsync(new { datasetId = other, k = 2 })).Id());
        }

        var first = await api.GetJsonAsync($"/runs?datasetId={other}&take=2");
        var second = await api.GetJsonAsync($"/runs?datasetId={other}&take=2&after={first.GetProperty("next")}");

        Assert.Equal(mine, first.Items().Concat(second.Items()).Select(r => r.Id()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    private async Task<int> FailedAsync()
    {
        var dataset = (await api.ImportAsync("id,a,b\nx1,1,\nx2,2,\nx3,,3\nx4,,4\n", ("name", "Halves"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { "a", "b" }, k = 2 });
        Assert.Equal("failed", run.Text("status"));
        return run.Id();
    }

    private async Task<JsonElement> PostAsync(string body, HttpStatusCode expected) => await (await api.PostAsync("/api/v1/runs", Json(body))).JsonAsync(expected);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
