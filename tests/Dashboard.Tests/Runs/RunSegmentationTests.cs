using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Runs;

public sealed class RunSegmentationTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task A_run_that_cannot_be_done_says_why()
    {
        var dataset = (await api.ImportAsync("id,a,b\nx1,1,\nx2,2,\nx3,,3\nx4,,4\n", ("name", "Halves"))).Id();

        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { "a", "b" } });

        Assert.Equal(("failed", "No customer has a value in each of: a, b. Choose features that are filled."), (run.Text("status"), run.Text("error")));
        Assert.Contains("No customer has a value", (await (await site.SignedInAsync()).OpenAsync($"/runs/{run.Id()}")).Body!.TextContent);
    }

    [Theory]
    [InlineData("id,a\nx1,5\nx2,5\nx3,5\n", "kmeans")]
    [InlineData("id,a\nx1,5\n", "kmeans")]
    [InlineData("id,a\nx1,5\nx2,5\nx3,5\n", "dbscan")]
    [InlineData("id,a\nx1,1\nx2,1\nx3,1\nx4,1000000000000000\n", "kmeans")]
    public async Task Customers_who_do_not_differ_make_a_run_that_ends_and_shows(string csv, string algorithm)
    {
        var dataset = (await api.ImportAsync(csv, ("name", csv + algorithm), ("columns", """[{"source":"id","role":"key"},{"source":"a","role":"number"}]"""))).Id();

        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { "a" }, algorithm });

        Assert.True(run.Text("status") == "completed", run.ToString());
        Assert.Equal(csv.Split('\n').Length - 2, run.Items("segments").Sum(s => s.Int("size")));
        var ada = await site.SignedInAsync();
        await ada.OpenAsync($"/runs/{run.Id()}");
        foreach (var segment in run.Items("segments"))
        {
            await ada.OpenAsync($"/segments/{segment.Id()}");
            await ada.OpenAsync($"/segments/{segment.Id()}/report");
        }
    }

    [Fact]
    public async Task Words_of_people_survive_a_run_with_the_same_settings()
    {
        var wish = new { datasetId = site.DatasetId, features = Shoppers.Features, k = 2, starts = 7 };
        var first = await api.RunAsync(wish);
        await api.PatchAsJsonAsync($"/api/v1/segments/{first.Items("segments")[1].Id()}", new { name = "Spenders", description = "Buy much.", action = "Call." });

        var again = await api.GetJsonAsync($"/segments/{(await api.RunAsync(wish)).Items("segments")[1].Id()}");
        var other = await api.RunAsync(new { datasetId = site.DatasetId, features = Shoppers.Features, k = 2, starts = 8 });

        Assert.Equal(("Spenders", "Buy much.", "Call."), (again.Text("name"), again.Text("description"), again.Text("action")));
        Assert.DoesNotContain(other.Items("segments"), s => s.Text("name") == "Spenders");
    }

    [Fact]
    public async Task Colours_follow_the_segment_though_its_place_changes()
    {
        // Of the sizes 40, 30 and 20 the two smaller ones merge with k = 2 and become the largest segment.
        var csv = "id,a\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"k{i},{(i < 40 ? 0 : i < 70 ? 100 : 108) + i % 5}\n"));
        var dataset = (await api.ImportAsync(csv, ("name", "Colours"))).Id();
        var three = await api.RunAsync(new { datasetId = dataset, features = new[] { "a" }, k = 3 });
        var two = await api.RunAsync(new { datasetId = dataset, features = new[] { "a" }, k = 2 });

        await site.UseAsync(async db =>
        {
            var before = await db.Segments.Where(s => s.RunId == three.Id()).OrderBy(s => s.Index).ToListAsync();
            var after = await db.Segments.Where(s => s.RunId == two.Id()).OrderBy(s => s.Index).ToListAsync();
            Assert.Equal([40, 30, 20], before.Select(s => s.Size));
            Assert.Equal([50, 40], after.Select(s => s.Size));
            Assert.Equal(before[0].Slot, after[1].Slot);
            Assert.Equal(before[1].Slot, after[0].Slot);
        });
    }

    [Fact]
    public async Task The_first_completed_run_is_in_use_until_another_is_activated()
    {
        var dataset = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "In use"))).Id();
        var (first, second) = ((await api.RunAsync(new { datasetId = dataset, k = 2 })).Id(), (await api.RunAsync(new { datasetId = dataset, k = 3 })).Id());
        var ada = await site.SignedInAsync();
        async Task<bool> IsInUseAsync(int run) => (await ada.OpenAsync($"/runs/{run}")).QuerySelector("h1 .pill") is not null;

        Assert.Equal((true, false), (await IsInUseAsync(first), await IsInUseAsync(second)));
        await api.PostJsonAsync($"/runs/{second}/activation", null, System.Net.HttpStatusCode.OK);
        Assert.Equal((false, true), (await IsInUseAsync(first), await IsInUseAsync(second)));
    }

    [Fact]
    public async Task A_run_keeps_its_figures_when_the_import_is_taken_back()
    {
        var dataset = (await api.ImportAsync(Shoppers.TwoGroups, ("name", "Pinned"))).Id();
        var run = (await api.RunAsync(new { datasetId = dataset, k = 2, features = Shoppers.Features })).Id();
        var before = await api.GetStringAsync($"/api/v1/runs/{run}/assignments.csv");

        await api.PostJsonAsync($"/datasets/{dataset}/undo", null, System.Net.HttpStatusCode.OK);

        Assert.Equal(before, await api.GetStringAsync($"/api/v1/runs/{run}/assignments.csv"));
        await (await site.SignedInAsync()).OpenAsync($"/runs/{run}");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_answer_to_the_last_digit()
    {
        var wish = new { datasetId = site.DatasetId, features = Shoppers.Features, k = 3, seed = 7, starts = 1 };
        var (first, second) = (await api.RunAsync(wish), await api.RunAsync(wish));

        Assert.Equal(first.GetProperty("metrics").GetRawText(), second.GetProperty("metrics").GetRawText());
        Assert.Equal(await api.GetStringAsync($"/api/v1/runs/{first.Id()}/assignments.csv"), await api.GetStringAsync($"/api/v1/runs/{second.Id()}/assignments.csv"));
    }
}
