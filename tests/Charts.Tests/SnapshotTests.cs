using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Charts.Tests;

public sealed partial class SnapshotTests
{
    private static readonly HashSet<string> Elements = ["svg", "title", "desc", "g", "line", "polyline", "polygon", "circle", "rect", "path", "text"];

    public static TheoryData<string> Names { get; } = [.. Gallery.Charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_is_drawn_as_it_was(string name) =>
        Snapshot.Matches(name, Svg.Write(Gallery.Charts[name].Draw(640, 380)));

    [Theory]
    [InlineData("scatter")]
    [InlineData("heatmap")]
    [InlineData("size-bars")]
    [InlineData("silhouettes")]
    [InlineData("profile")]
    [InlineData("radar")]
    [InlineData("space")]
    [InlineData("mix")]
    [InlineData("histogram-lines")]
    [InlineData("histogram-spotlight")]
    [InlineData("category-bars")]
    [InlineData("violins")]
    [InlineData("pair-plot")]
    [InlineData("pair-plot-five")]
    [InlineData("correlation-map")]
    [InlineData("correlation-map-large")]
    [InlineData("missing-map")]
    [InlineData("columns")]
    [InlineData("alluvial")]
    [InlineData("alluvial-pair")]
    [InlineData("line-chart-spans")]
    [InlineData("evaluation")]
    [InlineData("confusion")]
    [InlineData("confusion-many")]
    public void A_chart_on_a_telephone_is_drawn_as_it_was(string name) =>
        Snapshot.Matches(name + "-narrow", Svg.Write(Gallery.Charts[name].Draw(320, 280)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_is_XML_without_styles_scripts_or_handlers(string name)
    {
        var root = XDocument.Parse(Svg.Write(Gallery.Charts[name].Draw(640, 380))).Root!;
        var elements = root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct();
        Assert.Subset(Elements, elements.ToHashSet());
        var attributes = root.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet();
        Assert.DoesNotContain("style", attributes);
        Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_has_at_most_two_decimals_and_is_finite(string name)
    {
        var root = XDocument.Parse(Svg.Write(Gallery.Charts[name].Draw(640, 380))).Root!;
        string[] numeric = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "width", "height", "font-size", "stroke-width"];
        var numbers = root.DescendantsAndSelf().Attributes().Where(a => numeric.Contains(a.Name.LocalName)).Select(a => a.Value).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.Matches(Number(), number));
    }

    [Fact]
    public void Every_committed_snapshot_belongs_to_a_chart()
    {
        var committed = Directory.GetFiles(Snapshot.Folder, "*.svg").Select(Path.GetFileNameWithoutExtension).Where(name => !name!.EndsWith(".changed", StringComparison.Ordinal));
        Assert.All(committed, name => Assert.Contains(name!.Replace("-narrow", "", StringComparison.Ordinal), Gallery.Charts.Keys));
    }

    [GeneratedRegex(@"^-?\d+(\.\d{1,2})?$")]
    private static partial Regex Number();
}
