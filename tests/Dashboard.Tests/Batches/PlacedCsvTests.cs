namespace Dashboard.Tests.Batches;

public sealed class PlacedCsvTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_file_comes_back_with_segment_certainty_and_reason_behind_each_row()
    {
        var ada = await site.SignedInAsync();
        var at = await PlaceAsync(ada, "Name,income,Spending\n=1+1,11,11\nFar,900,12\nMid,52,51\nGap,,12\nOdd,many,12\nShort,1\n'=2,91,90\n");

        Assert.Equal(
            """
            Name,income,Spending,Segment,Certainty,No segment because
            "'=1+1",11,11,"Low income, low spending",sure,
            Far,900,12,"High income, high spending",unlike our customers,
            Mid,52,51,"High income, high spending",unlike our customers,
            Gap,,12,,,Income (k$) is missing
            Odd,many,12,,,"Income (k$) is “many”, not a number"
            Short,1,,,,"has 2 fields, the header has 3"
            "'=2",91,90,"High income, high spending",sure,

            """.ReplaceLineEndings("\r\n"), await ada.Client.GetStringAsync($"{at}/placed.csv"));
    }

    [Fact]
    public async Task For_Excel_there_are_semicolons_and_a_byte_order_mark()
    {
        var ada = await site.SignedInAsync();

        var file = await ada.Client.GetByteArrayAsync($"{await PlaceAsync(ada, "Income;Spending\n11,5;11\n")}/placed.csv?format=excel");

        Assert.Equal("\uFEFFIncome;Spending;Segment;Certainty;No segment because\r\n11,5;11;Low income, low spending;sure;\r\n", System.Text.Encoding.UTF8.GetString(file));
    }

    [Fact]
    public async Task Whom_the_segmentation_was_made_of_get_the_segments_that_it_gave_them()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var customers = Shoppers.Many(9000);
        var dataset = (await api.ImportAsync(customers, ("name", "Many"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, k = 5 });
        var names = run.Items("segments").ToDictionary(s => s.Int("index").ToString(), s => s.Text("name"));
        var given = (await api.GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv")).Split("\r\n")[1..^1].Select(line => names[line.Split(',')[1]]!);

        var placed = (await ada.Client.GetStringAsync($"{await PlaceAsync(ada, customers, $"/predictions/batch?runId={run.Id()}")}/placed.csv")).Split("\r\n")[1..^1];

        Assert.Equal(9000, placed.Length);
        Assert.All(given.Zip(placed), row => Assert.StartsWith(row.First.Contains(',') ? $"\"{row.First}\"," : row.First + ",", row.Second.Split(',', 6)[5]));
    }

    [Fact]
    public async Task A_column_of_the_file_that_is_called_Segment_keeps_its_name()
    {
        var ada = await site.SignedInAsync();

        var file = await ada.Client.GetStringAsync($"{await PlaceAsync(ada, "Segment,Income,Spending\nold,11,11\n")}/placed.csv");

        Assert.StartsWith("Segment,Income,Spending,Segment (2),Certainty,", file);
    }

    [Fact]
    public async Task Where_the_algorithm_knows_how_likely_each_segment_is_the_file_says_so()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var dataset = (await api.ImportAsync(Shoppers.Many(300), ("name", "Mixed"))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, features = Shoppers.Features, algorithm = "mixture", k = 3 });
        var names = run.Items("segments").Select(s => s.Text("name")!).ToList();

        var lines = (await ada.Client.GetStringAsync($"{await PlaceAsync(ada, "Income (k$),Spending\n55,50\nmany,50\n", $"/predictions/batch?runId={run.Id()}")}/placed.csv")).Split("\r\n");

        Assert.EndsWith(string.Concat(names.Select(name => name.Contains(',') ? $",\"Probability of {name}\"" : $",Probability of {name}")), lines[0]);
        var single = await api.PostJsonAsync($"/predictions?runId={run.Id()}", new Dictionary<string, double> { ["Income (k$)"] = 55, ["Spending"] = 50 }, System.Net.HttpStatusCode.OK);
        var expected = single.Items("memberships").ToDictionary(m => m.GetProperty("segment").Int("index"), m => m.Number("probability"));
        var told = lines[1].Split(',')[^3..].Select(double.Parse).ToList();
        Assert.All(told, (probability, index) => Assert.Equal(expected[index], probability, 4));
        Assert.Equal(1, told.Sum(), 3);
        Assert.EndsWith("not a number\",,,", lines[2]);
    }

    /// <summary>The address of the file's page, once its customers are placed.</summary>
    internal static async Task<string> PlaceAsync(Visitor visitor, string csv, string page = "/predictions/batch")
    {
        var at = (await visitor.UploadAsync("customers.csv", csv, page)).Headers.Location!.OriginalString;
        await visitor.CheckedAsync(at);
        return at;
    }
}
