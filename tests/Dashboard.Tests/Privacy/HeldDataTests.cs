using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests.Privacy;

public sealed class HeldDataTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    /// <summary>A different mark in every place where something of a person may lie.</summary>
    [Fact]
    public async Task What_is_planted_in_each_place_is_in_the_file_and_nothing_of_others()
    {
        var ada = await site.SignedInAsync();
        var dataset = (await api.ImportAsync("id,mail,city,a,b\nQ1,q1@example.com,mark-first,1,1\nK2,k2@example.com,others-city,2,1\nK3,k3@example.com,others-city,9,9\nK4,k4@example.com,others-city,9,8\n", ("name", "mark-dataset"),
            ("columns", """[{"source":"id","role":"key"},{"source":"mail","role":"text"},{"source":"city","role":"text"}]"""))).Id();
        await api.ImportAsync("id,mail,city,a,b\nQ1,q1@example.com,mark-second,1,2\nQ1x,Q1@example.com,mark-rejected,oops,1\nK2,k2@example.com,others-city,oops,1\n", ("datasetId", $"{dataset}"), ("options", """{"acceptManyRejects":true}"""));
        var run = await api.RunAsync(new { datasetId = dataset, name = "mark-run", features = new[] { "a", "b" }, k = 2 });
        var segment = run.Items("segments").Single(s => s.GetProperty("means").Number("a") < 5);
        await api.PatchAsync($"/api/v1/segments/{segment.Id()}", new StringContent("""{"name":"mark-segment","description":"mark-note, ask q1@example.com"}""", Encoding.UTF8, "application/json"));
        var at = (await ada.UploadAsync("mark-upload.csv", "id,mail,city,a,b\nQ1,q1@example.com,mark-draft,1,3\n", $"/datasets/new?datasetId={dataset}")).Headers.Location!.OriginalString;
        at = at.EndsWith("match", StringComparison.Ordinal) ? (await ada.SubmitAsync(at, "form:has(#columns)")).Headers.Location!.OriginalString : at;
        await ada.CheckedAsync(at);
        await ada.SubmitAsync("/privacy", "form:has(#people)", ("people", "q1@example.com"), ("reason", "mark-reason"));

        await ada.OpenAsync("/customers/q1");
        await Task.Delay(TimeSpan.FromSeconds(3));

        var files = Unpack(await api.GetByteArrayAsync("/api/v1/customer-data.zip?key=q1"));

        Assert.Contains(Site.Email, files[$"{dataset} audit log.csv"]);
        foreach (var mark in new[] { "dataset", "first", "second", "rejected", "run", "segment", "note", "upload", "draft", "reason" })
        {
            Assert.True(files["everything.json"].Contains("mark-" + mark), mark);
            Assert.True(files.Any(f => f.Key.EndsWith(".csv", StringComparison.Ordinal) && f.Value.Contains("mark-" + mark)), mark);
        }
        Assert.All(files.Values, text => Assert.DoesNotContain("others-city", text));
        Assert.Contains("on the suppression list", files[$"{dataset} values.csv"]);
        var lines = JsonDocument.Parse(files["everything.json"]).RootElement.Items($"{dataset} lines of files");
        Assert.Equal(4, lines.Count);
    }

    [Fact]
    public async Task A_customer_who_is_not_there_has_no_file()
    {
        await api.ImportAsync("id,a\n1,1\n2,2\n", ("name", "Short keys"));

        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/api/v1/customer-data.zip?key=nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignedInAsync("Marketer")).Client.GetAsync("/customer-data.zip?key=1")).StatusCode);
    }

    [Fact]
    public async Task A_short_key_does_not_bring_the_lines_of_others()
    {
        var dataset = (await api.ImportAsync("id,data set,from version,a\n1,=1+1,x,2\n2,y,z,1\n11,y,z,1\n", ("name", "Ones"), ("columns", """[{"source":"id","role":"key"},{"source":"data set","role":"text"},{"source":"from version","role":"text"}]"""))).Id();

        var files = Unpack(await api.GetByteArrayAsync($"/api/v1/customer-data.zip?key=1&datasetId={dataset}"));

        Assert.Single(JsonDocument.Parse(files["everything.json"]).RootElement.Items($"{dataset} lines of files"));
        Assert.Contains("'=1+1", files[$"{dataset} values.csv"]);
    }

    private static Dictionary<string, string> Unpack(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd());
    }
}
