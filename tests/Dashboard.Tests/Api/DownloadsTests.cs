using System.Net;
using System.Text;

namespace Dashboard.Tests.Api;

public sealed class DownloadsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Assignments_list_every_customer_also_those_who_were_left_out()
    {
        var lines = await LinesAsync($"/runs/{site.RunId}/assignments.csv");

        Assert.Equal("customer,segment,segmentName,distance", lines[0]);
        Assert.Equal(["A1", "A2", "A3", "B1", "B2", "B3", "C1"], lines[1..].Select(l => l.Split(',')[0]));
        Assert.Equal("C1,,,", lines[7]);
        Assert.StartsWith("A1,0,\"Low income, low spending\",0.", lines[1]);
        Assert.StartsWith("B3,1,\"High income, high spending\",0.", lines[6]);
    }

    [Fact]
    public async Task Distances_are_in_the_units_that_were_clustered()
    {
        var distance = double.Parse((await LinesAsync($"/runs/{site.RunId}/assignments.csv"))[1].Split(',')[^1]);

        // A1 (10, 11) to the centre (11, 11); the population deviation of both features is the root of 1600 + 2/3.
        Assert.Equal(1 / Math.Sqrt(1600 + 2 / 3.0), distance, 1e-6);
    }

    [Fact]
    public async Task Customers_without_a_segment_have_no_distance()
    {
        var run = await api.RunAsync(new { datasetId = site.DatasetId, features = Shoppers.Features, algorithm = "dbscan", epsilon = 0.001, minPoints = 2 });

        var lines = await LinesAsync($"/runs/{run.Id()}/assignments.csv");

        Assert.Equal("A1,-1,No segment,", lines[1]);
        Assert.Equal("C1,,,", lines[7]);
    }

    [Fact]
    public async Task An_audience_has_the_columns_of_the_file_and_the_segment()
    {
        var lines = await LinesAsync($"/segments/{site.SegmentIds[0]}/audience.csv");

        Assert.Equal(
            ["Customer ID,Gender,Income (k$),Spending,Segment", "A1,Female,10,11,\"Low income, low spending\"", "A2,Male,11,10,\"Low income, low spending\"", "A3,Female,12,12,\"Low income, low spending\""],
            lines);
    }

    [Fact]
    public async Task For_Excel_there_are_semicolons_and_a_byte_order_mark()
    {
        var bytes = await api.GetByteArrayAsync($"/api/v1/segments/{site.SegmentIds[0]}/audience.csv?format=excel");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.StartsWith("Customer ID;Gender;Income (k$);Spending;Segment\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task Texts_that_a_spreadsheet_would_run_are_guarded_in_every_download()
    {
        var csv = "id,City,a,b\n=1+1,@SUM(A1),1,-2\n+cmd,=HYPERLINK(1),2,-3\nok,Paris,3,-4\nno,Rome,4,-5\nbad,Rome,oops,-5\n";
        var dataset = (await api.ImportAsync(csv, ("options", """{"onBadRow":"reject"}"""), ("columns", """[{"source":"id","role":"key"},{"source":"a","role":"number"},{"source":"City","role":"text"}]"""))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 1, features = new[] { "a", "b" } });

        var audience = await LinesAsync($"/segments/{run.Items("segments")[0].Id()}/audience.csv");
        var assignments = await LinesAsync($"/runs/{run.Id()}/assignments.csv");

        Assert.StartsWith("\"'=1+1\",\"'@SUM(A1)\",1,-2,", audience[1]);
        Assert.StartsWith("\"'=1+1\",0,", assignments[1]);
        Assert.StartsWith("\"'+cmd\",0,", assignments[2]);
    }

    [Fact]
    public async Task A_download_of_many_customers_arrives_whole()
    {
        var dataset = (await api.ImportAsync(Shoppers.Many(2000), ("name", "Two thousand"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, k = 3, features = Shoppers.Features, starts = 1 });

        Assert.Equal(2001, (await LinesAsync($"/runs/{run.Id()}/assignments.csv")).Length);
        var members = new List<int>();
        foreach (var segment in run.Items("segments"))
        {
            members.Add((await LinesAsync($"/segments/{segment.Id()}/audience.csv")).Length - 1);
        }
        Assert.Equal(run.Items("segments").Select(s => s.Int("size")), members);
    }

    [Theory]
    [InlineData("Ärzte, Zürich", "%C3%84rzte%2C%20Z%C3%BCrich.csv")]
    [InlineData("../../etc/passwd", "etcpasswd.csv")]
    [InlineData("a\r\nSet-Cookie: x=1", "aSet-Cookie%20x1.csv")]
    [InlineData("///", "segment.csv")]
    public async Task The_name_of_a_download_is_made_from_the_segments_name_and_nothing_else(string name, string file)
    {
        await (await api.PatchAsync($"/api/v1/segments/{site.SegmentIds[1]}", System.Net.Http.Json.JsonContent.Create(new { name }))).JsonAsync();

        var answer = await api.GetAsync($"/api/v1/segments/{site.SegmentIds[1]}/audience.csv");
        await api.PatchAsync($"/api/v1/segments/{site.SegmentIds[1]}", System.Net.Http.Json.JsonContent.Create(new { name = "" }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("filename*=UTF-8''" + file, answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<string[]> LinesAsync(string path) => (await api.GetStringAsync("/api/v1" + path)).TrimEnd().Split("\r\n");
}
