using System.Text;

namespace Dashboard.Tests.Imports;

/// <summary>Cases of docs/bad-input.md on their whole way, from the upload to the list of rejected rows.</summary>
public sealed class BadInputTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Theory]
    [InlineData("C07", "b\u00ff,1,2025-01-01", "a byte that is not UTF-8")]
    [InlineData("C18", "bad", "has 1 field, the header has 3")]
    [InlineData("C18", "bad,1,2025-01-01,4", "has 4 fields, the header has 3")]
    [InlineData("N01", "bad,1e400,2025-01-01", "not a finite number")]
    [InlineData("N01", "bad,∞,2025-01-01", "not a finite number")]
    [InlineData("N02", "bad,1e308,2025-01-01", "larger than 1,000,000,000,000,000")]
    [InlineData("N03", "bad,\"100,50\",2025-01-01", "written with a decimal comma, this file has decimal points")]
    [InlineData("N12", "bad,1,31/02/2025", "not a date")]
    [InlineData("N12", "bad,1,45000", "not a date")]
    [InlineData("N12", "bad,1,2025-06-30T23:59:60Z", "not a date")]
    public async Task A_row_that_cannot_be_used_is_rejected_with_the_reason(string id, string row, string reason)
    {
        var good = "Customer ID,Spent,Since\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"kö{i},{i}.5,2025-01-{1 + i % 28:00}\n"));
        // Latin-1 makes one byte of ÿ, which is none of UTF-8; ∞ is none of Latin-1.
        byte[] bytes = [.. Encoding.UTF8.GetBytes(good), .. (id == "C07" ? Encoding.Latin1 : Encoding.UTF8).GetBytes(row + "\n")];

        var set = await api.ImportAsync(bytes, fields: [("name", $"{id} {row}")]);

        var rows = set.GetProperty("rows");
        Assert.Equal(("ready", 61, 60, 1), (set.Text("status"), rows.Int("read"), rows.Int("imported"), rows.Int("rejected")));
        var rejects = await api.GetStringAsync($"/api/v1/datasets/{set.Id()}/rejects.csv");
        Assert.Contains("\r\n62,", rejects);
        Assert.Contains(reason, rejects);
    }

    [Fact]
    public async Task Names_of_columns_are_made_different_before_anything_is_lost()
    {
        var set = await api.ImportAsync("id,email,email,, Stadt ,stadt\nk1,a@x.org,b@x.org,1,Wien,Graz\nk2,c@x.org,d@x.org,2,Linz,Wien\n", ("name", "Names"));

        Assert.Equal(["id", "email", "email (2)", "Column 4", "Stadt", "stadt (2)"], set.Items("columns").Select(c => c.Text("name")));
    }

    [Fact]
    public async Task One_value_far_from_all_others_leaves_a_run_and_pages_that_can_be_read()
    {
        var csv = "id,a,b\n" + string.Concat(Enumerable.Range(1, 999).Select(i => $"k{i},5,{i % 7}\n")) + "far,1000000000000000,3\n";
        var id = (await api.ImportAsync(csv, ("name", "Far"))).Id();

        var run = await api.RunAsync(new { datasetId = id, k = 3, features = new[] { "a", "b" } });

        Assert.Equal("completed", run.Text("status"));
        Assert.Equal(1, run.Items("segments").Sum(s => s.GetProperty("share").GetDouble()), 1e-9);
        var ada = await site.SignedInAsync();
        foreach (var path in new[] { $"/datasets/{id}/quality", $"/datasets/{id}/explore", $"/runs/{run.Id()}" })
        {
            Assert.DoesNotContain("NaN", await ada.Client.GetStringAsync(path));
        }
    }

    [Fact]
    public async Task A_column_of_nothing_is_left_out_and_cannot_be_clustered()
    {
        var set = await api.ImportAsync("id,a,nothing\nk1,1,\nk2,2,\nk3,3,\n", ("name", "Nothing"));

        Assert.Equal("ignore", set.Find("columns", "nothing").Text("role"));
        Assert.Contains("nothing", await (await api.PostAsync("/api/v1/runs", System.Net.Http.Json.JsonContent.Create(new { datasetId = set.Id(), k = 2, features = new[] { "nothing" } }))).Content.ReadAsStringAsync());
    }
}
