using System.Xml.Linq;

namespace Charts.Tests;

/// <summary>What charts tell of a mark that is pointed at.</summary>
public sealed class SaysTests
{
    private static readonly XNamespace Xmlns = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("scatter", "Regulars · Visits per year 1", "Spending (€)")]
    [InlineData("scatter-focus", "This customer · Visits per year 22", "Spending (€) 650")]
    [InlineData("space", "Regulars · ", "")]
    [InlineData("pair-plot", "", " · ")]
    [InlineData("size-bars", "Bargain hunters · 181", "12.9 %")]
    [InlineData("category-bars", "", " %")]
    [InlineData("heatmap", "Regulars · Age 34", "(−0.2σ)")]
    [InlineData("correlation-map", "", " · correlation ")]
    [InlineData("histogram", "Age (years) 20 to 25 · ", "Everyone")]
    [InlineData("columns", "", "Revenue")]
    [InlineData("line-chart", "Segments 4 · ", "Sum of squares 180")]
    [InlineData("line-chart-spans", "Segments 3 · Gap 0.34", "(0.29 to 0.39)")]
    [InlineData("box-plots", "", ", median ")]
    [InlineData("violins", "", " · whiskers ")]
    [InlineData("silhouettes", "", "members · silhouette")]
    [InlineData("profile", "", "σ)")]
    [InlineData("radar", "", "σ)")]
    [InlineData("mix", "", " %")]
    [InlineData("alluvial-pair", "1 Regulars → 4 Newcomers", "5 of 40")]
    [InlineData("diverging-bars", "Visits per year · +43 %", "above the average customer")]
    [InlineData("missing-map", "", "missing")]
    [InlineData("evaluation", "Bargain hunters · How attractive 3", "Customers 181")]
    public void A_mark_says_what_it_stands_for(string name, string start, string then) =>
        Assert.Contains(Said(name), text => text.StartsWith(start, StringComparison.Ordinal) && text.Contains(then, StringComparison.Ordinal));

    [Theory]
    [InlineData("scatter-dense")]
    [InlineData("space-dense")]
    public void A_mark_that_stands_for_many_says_nothing(string name) => Assert.DoesNotContain(Said(name), text => !text.StartsWith("Middle of", StringComparison.Ordinal));

    [Fact]
    public void Every_point_says_its_own_values()
    {
        var scatter = new Scatter("", "", "Age (years)", "Income (€)", [new("Old", 0, [60, 70], [10.5, 20]), new("", Slot.Noise, [1], [2])]);
        Assert.Equal(["Age (years) 1 · Income (€) 2", "Old · Age (years) 60 · Income (€) 10.5", "Old · Age (years) 70 · Income (€) 20"], Said(scatter));
    }

    [Fact]
    public void What_a_mark_says_is_only_text() =>
        Assert.Contains("</title><script>alert(1)</script> · Age 1 · Income 2", Said(new Scatter("", "", "Age", "Income", [new("</title><script>alert(1)</script>", 0, [1], [2])])));

    [Theory]
    [MemberData(nameof(SnapshotTests.Names), MemberType = typeof(SnapshotTests))]
    public void No_mark_says_that_something_is_not_a_number(string name) =>
        Assert.DoesNotContain(Said(name), text => text.Contains("NaN", StringComparison.Ordinal) || text.Contains('∞') || text.StartsWith(" ·", StringComparison.Ordinal));

    private static List<string> Said(string name) => Said(Gallery.Charts[name]);

    private static List<string> Said(Chart chart) =>
        [.. XDocument.Parse(Svg.Write(chart.Draw(640, 380))).Descendants(Xmlns + "title").Where(title => title.Parent!.Parent is not null).Select(title => title.Value)];
}
