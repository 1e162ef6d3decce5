using System.Text;
using Charts;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Explore;

public sealed class ExploreChartsTests(Site site) : IClassFixture<Site>
{
    private static readonly (string, string) Cities = ("columns", """[{"source":"City","role":"category"}]""");
    private static readonly string[] Explained = ["There are no values", "It takes two", "No value is missing"];

    [SkippableFact]
    public async Task The_mall_customers_spread_as_numpy_has_it()
    {
        var (boxes, map) = await site.ExploreAsync(await MallAsync(), (charts, import, _) =>
            (charts.Draw("boxplot", import, Exploring.Wish(import, "?of=c3")), charts.Draw("correlation", import, Exploring.Wish(import))));

        // numpy 1.24.2: numpy.percentile(income[gender], [25, 50, 75]) and, for the whiskers, the extremes within 1.5 of their distance.
        Assert.Equal([["Female", "112", "16", "39.75", "60", "77.25", "126", "0"], ["Male", "88", "15", "45.5", "62.5", "78", "126", "2"]], boxes!.Table().Rows);
        // numpy.corrcoef: -0.01239804, -0.32722685, 0.00990285.
        Assert.Equal([["Age", "Spending Score", "−0.327"], ["Age", "Annual Income", "−0.012"], ["Annual Income", "Spending Score", "0.010"]], map!.Table().Rows);
    }

    [SkippableFact]
    public async Task The_pairs_of_the_mall_have_the_means_of_each_gender()
    {
        var pairs = await site.ExploreAsync(await MallAsync(), (charts, import, _) => charts.Draw("pairs", import, Exploring.Wish(import)));

        // numpy 1.24.2: values[gender].mean(axis=0), to four digits.
        Assert.Equal([["1", "Female", "112", "38.1", "59.25", "51.53"], ["2", "Male", "88", "39.81", "62.23", "48.51"]], pairs!.Table().Rows.Where(row => row[2] != "0"));
    }

    [SkippableFact]
    public async Task The_revenue_of_the_online_retailer_is_that_of_all_its_orders()
    {
        var set = await site.Api().ImportAsync(await File.ReadAllBytesAsync(RealFiles.Folder("online-retail.csv.gz")), "online-retail.csv.gz", ("kind", "transactions"));
        var svg = await site.Api().GetStringAsync($"/api/v1/datasets/{set.Id()}/charts/revenue.svg");

        Assert.Contains("1,161,817", svg);
    }

    [Fact]
    public async Task Orders_are_summed_up_by_month_with_the_months_that_had_none()
    {
        const string lines = "Invoice,Customer ID,Date,Quantity,Unit Price\n1,K1,2025-01-10,2,10\n2,K1,2025-01-31,1,5\n3,K2,2025-04-01,1,75\nC4,K2,2025-04-02,-1,75\n";
        var chart = await site.ExploreAsync(lines, (charts, import, _) => charts.Draw("revenue", import, Exploring.Wish(import)), ("kind", "transactions"));

        Assert.Equal([["2025-01", "25"], ["2025-02", "0"], ["2025-03", "0"], ["2025-04", "75"]], chart!.Table().Rows);
    }

    [Fact]
    public async Task Past_eight_values_a_category_makes_seven_groups_one_for_others_and_one_for_none()
    {
        var csv = new StringBuilder("id,City,Spent\n");
        for (var i = 0; i < 120; i++)
        {
            csv.Append($"K{i},{(i < 10 ? "" : $"City {Math.Min(i % 12, i / 10)}")},{i}\n");
        }
        var (boxes, bars) = await site.ExploreAsync(csv.ToString(), (charts, import, _) =>
            (charts.Draw("boxplot", import, Exploring.Wish(import, "?by=c1")), charts.Draw("bars", import, Exploring.Wish(import, "?by=c1"))), Cities);

        var rows = boxes!.Table().Rows;
        Assert.Equal(9, rows.Count);
        Assert.Equal(["other (5 more)", "no value"], rows.Skip(7).Select(row => row[0]));
        Assert.Equal("10", rows[8][1]);
        Assert.Equal(120, rows.Sum(row => int.Parse(row[1])));
        Assert.Equal(110, bars!.Table().Rows.Sum(row => int.Parse(row[1])));
    }

    [Fact]
    public async Task What_is_missing_is_shown_where_it_is()
    {
        var csv = new StringBuilder("id,Age,City\n");
        for (var i = 0; i < 250; i++)
        {
            csv.Append($"K{i},{(i < 100 ? "" : i)},Rome\n");
        }
        var chart = (MissingMap?)await site.ExploreAsync(csv.ToString(), (charts, import, _) => charts.Draw("missing", import, Exploring.Wish(import)));

        var column = Assert.Single(chart!.Columns);
        Assert.Equal(("Age", 100), (column.Name, column.Missing));
        Assert.Equal(Enumerable.Repeat(1.0, 40), column.Stretches[..40]);
        Assert.Equal(Enumerable.Repeat(0.0, 60), column.Stretches[40..]);
    }

    [Fact]
    public async Task A_few_values_far_away_do_not_hide_the_spread_of_the_others()
    {
        var csv = "id,Spent,Visits\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"K{i},{(i == 7 ? "1000000" : i % 100)},{i % 10}\n"));
        var (histogram, boxes, caption) = await site.ExploreAsync(csv, (charts, import, quality) =>
            (charts.Draw("histogram", import, Exploring.Wish(import)), charts.Draw("boxplot", import, Exploring.Wish(import)), Caption.OfColumn(quality.Columns[1], import.Dataset)));

        Assert.True(histogram!.Table().Rows.Count > 5);
        Assert.EndsWith("Not drawn: the few above 225 (up to 1,000,000).", caption);
        Assert.Contains("1 far value is not drawn, such as 1,000,000.", Svg.Write(boxes!.Draw(640, 200)));
    }

    [Theory]
    [InlineData("one customer", "id,Age,City\na,30,Rome\n")]
    [InlineData("one number", "id,Age,City\na,30,Rome\nb,40,Rome\nc,50,Paris\n")]
    [InlineData("no number", "id,City\na,Rome\nb,Paris\nc,Rome\n")]
    [InlineData("all equal", "id,Age,Visits,City\na,30,1,Rome\nb,30,1,Rome\nc,30,1,Rome\n")]
    [InlineData("far apart", "id,Huge,Tiny,City\na,1e15,1e-9,\nb,-1e15,2e-9,\nc,0,1e15,Rome\n")]
    public async Task Every_chart_of_a_small_or_odd_file_is_drawn_or_says_why_not(string what, string csv)
    {
        var drawn = await site.ExploreAsync(csv, (charts, import, _) => ExploreCharts.Names.Select(name => charts.Draw(name, import, Exploring.Wish(import))).OfType<Chart>().ToList(), Cities);

        Assert.All(drawn, chart =>
        {
            var svg = Svg.Write(chart.Draw(330, 300));
            Assert.DoesNotContain("NaN", svg + string.Concat(chart.Table().Rows.SelectMany(row => row)));
            Assert.True(chart.Table().Rows.Count > 0 || Explained.Any(svg.Contains), $"{what}: {chart.Title}");
        });
    }

    private static Task<string> MallAsync() => File.ReadAllTextAsync(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv"));
}
