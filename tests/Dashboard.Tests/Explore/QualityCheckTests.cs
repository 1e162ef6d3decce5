using System.Globalization;
using System.Text;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Tests.Csv;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Explore;

public sealed class QualityCheckTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Columns_are_described_flagged_and_compared()
    {
        var csv = new StringBuilder("Customer,Row No,Height (cm),Height (in),City,Land,Note,Age\n");
        for (var i = 1; i <= 40; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"K{i},{i * 10},{150 + i * 7 % 40},{(150 + i * 7 % 40) / 2.54:0.#},{(i % 4 == 0 ? "Rome" : "Paris")},DE,{(i % 3 == 0 ? "" : "n" + i)},{(i == 40 ? 900 : 20 + i % 5)}\n");
        }
        var (quality, import) = await CheckAsync(csv.ToString(), ("columns", """[{"source":"Customer","role":"key"},{"source":"Row No","role":"number"},{"source":"Land","role":"category"},{"source":"Note","role":"text"}]"""));

        Assert.Equal(["Row No IdLike", "Land Constant"], quality.Columns.Where(c => c.Flag is not null).Select(c => $"{c.Column.Name} {c.Flag}"));
        Assert.Equal([("Paris", 30), ("Rome", 10)], quality.Columns.Single(c => c.Column.Name == "City").Top);
        Assert.Equal(("Height (cm)", "Height (in)"), (quality.Correlated.Single().First.Name, quality.Correlated.Single().Second.Name));
        Assert.Equal((0, 1), (quality.Columns[^1].Spread!.Below, quality.Columns[^1].Spread!.Above));
        Assert.Equal((13L, 280L), (quality.Missing, quality.Cells));
        Assert.Equal(["K1", "K2", "K3", "K4", "K5"], quality.First.Select(c => c.Key));
        Assert.Equal(["K36", "K37", "K38", "K39", "K40"], quality.Last.Select(c => c.Key));
        Assert.Equal(5, QualityFinding.In(quality, import).Count);
    }

    [Fact]
    public async Task A_data_set_without_any_number_and_one_of_a_single_row_are_described_too()
    {
        var (texts, _) = await CheckAsync("id,City\na,Rome\nb,\n");
        var (single, _) = await CheckAsync("id,Age\na,30\n");

        Assert.Equal((1L, 2L), (texts.Missing, texts.Cells));
        Assert.Empty(texts.Correlated);
        Assert.Equal("a", Assert.Single(single.Last).Key);
    }

    [SkippableFact]
    public async Task The_mall_customers_are_as_published()
    {
        var (quality, _) = await CheckAsync(await File.ReadAllTextAsync(Path.Combine(RealFiles.Folder("mall"), "Mall_Customers.csv")));

        var income = quality.Columns.Single(c => c.Column.Label == "Annual Income").Spread!;
        Assert.Equal((41.5, 61.5, 78.0, 132.75), (income.LowerQuartile, income.Median, income.UpperQuartile, income.HighFence));
        Assert.Equal((0, 2), (income.Below, income.Above));
        Assert.Equal([("Female", 112), ("Male", 88)], quality.Columns.Single(c => c.Column.Label == "Gender").Top);
        Assert.Equal(0, quality.Missing);
    }

    private async Task<(DataQuality Quality, Import Import)> CheckAsync(string csv, params (string, string)[] fields)
    {
        var id = (await site.Api().ImportAsync(csv, [("name", Guid.NewGuid().ToString()), .. fields])).Id();
        await using var scope = site.Services.CreateAsyncScope();
        var import = await scope.ServiceProvider.GetRequiredService<DashboardDb>().Imports.VisibleAsync(id);
        return (scope.ServiceProvider.GetRequiredService<QualityCheck>().Of(import!), import!);
    }
}
