using System.Net;
using System.Text.Json;

namespace Dashboard.Tests.Api;

public sealed class ClassifierApiTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Models_that_learn_are_compared_with_the_nearest_centre_on_customers_they_have_not_seen()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(600), ("name", "Learners"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, k = 3 })).Id();
        await api.GetJsonAsync($"/runs/{run}/classifier", HttpStatusCode.Conflict);

        var scores = (await TrainAsync(run)).GetProperty("scores");

        Assert.Equal((480, 120, 5), (scores.Int("learnedFrom"), scores.Int("heldOut"), scores.Int("folds")));
        Assert.Equal(["nearest-centre", "logistic-regression", "random-forest", "gradient-boosting"], scores.Items("models").Select(m => m.Text("kind")));
        Assert.Equal("nearest-centre", scores.Text("best"));
        Assert.All(scores.Items("models"), m => Assert.Equal(1, m.Number("f1"), 1e-9));
        Assert.Equal(JsonValueKind.Null, scores.Items("models")[0].GetProperty("logLoss").ValueKind);
        Assert.Equal(120, scores.Items("confusion").Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
        Assert.Equal(120, scores.GetProperty("calibration").Items("bins").Sum(bin => bin.Int("rows")));
        Assert.InRange(scores.GetProperty("calibration").Number("error"), 0, 0.05);
        Assert.Equal(["Income (k$)", "Spending"], scores.Items("importance").Select(f => f.Text("feature")!).Order());
        Assert.Equal("nearest-centre", (await api.GetJsonAsync($"/models/active?datasetId={dataset}")).GetProperty("classifier").Text("best"));
        var stored = Segmentation.Classification.ClassifierFile.Read(await api.GetStringAsync($"/api/v1/runs/{run}/classifier.json"));
        Assert.Equal((2, 3), (stored.Features, stored.Classes));
    }

    [Fact]
    public async Task Where_segments_are_not_round_a_model_that_learns_is_best()
    {
        var dataset = (await api.ImportAsync(Rings(), ("name", "Rings"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = new[] { "x", "y" }, algorithm = "dbscan", epsilon = 0.4, minPoints = 4, scaling = "none" })).Id();

        var scores = (await TrainAsync(run)).GetProperty("scores");

        Assert.NotEqual("nearest-centre", scores.Text("best"));
        Assert.InRange(scores.Items("models").Single(m => m.Text("kind") == scores.Text("best")).Number("f1"), 0.95, 1);
        Assert.InRange(scores.Items("models")[0].Number("f1"), 0, 0.8);
    }

    [Fact]
    public async Task Too_few_customers_to_learn_from_is_said()
    {
        var ended = await TrainAsync(site.RunId, "failed");

        Assert.Contains("at least 20", ended.Text("error"));
    }

    [Fact]
    public async Task Training_can_be_cancelled_and_started_again()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(9_000), ("name", "Slow"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features.Append("Age"), k = 8 })).Id();
        var ada = await site.SignedInAsync();
        await ada.SubmitAsync($"/runs/{run}/classifier", "main form");
        await api.WaitAsync($"/runs/{run}/classifier", work => work.Number("progress") > 0.05);

        await ada.SubmitAsync($"/runs/{run}/classifier", "main form[action*=Cancel]");

        Assert.Equal("cancelled", (await api.WaitAsync($"/runs/{run}/classifier")).Text("status"));
        await api.PostJsonAsync($"/runs/{run}/classifier");
        Assert.Equal("completed", (await api.WaitAsync($"/runs/{run}/classifier")).Text("status"));
    }

    private async Task<JsonElement> TrainAsync(int run, string expected = "completed")
    {
        await api.PostJsonAsync($"/runs/{run}/classifier");
        var work = await api.WaitAsync($"/runs/{run}/classifier");
        Assert.True(work.Text("status") == expected, work.Text("error"));
        return work;
    }

    /// <summary>A disc within a ring: their means are the same.</summary>
    private static string Rings()
    {
        var csv = new System.Text.StringBuilder("id,x,y\n");
        var random = new Random(2);
        for (var i = 0; i < 800; i++)
        {
            var (angle, radius) = (random.NextDouble() * 2 * Math.PI, i % 2 == 0 ? 3 : Math.Sqrt(random.NextDouble()));
            csv.Append(FormattableString.Invariant($"R{i},{radius * Math.Cos(angle):0.####},{radius * Math.Sin(angle):0.####}\n"));
        }
        return csv.ToString();
    }
}
