using System.Xml.Linq;

namespace Charts.Tests;

public sealed class SvgTests
{
    private static readonly XNamespace Xmlns = "http://www.w3.org/2000/svg";

    [Fact]
    public void Each_shape_has_its_element()
    {
        var svg = Write(
            new Line(0, 1, 2, 3.456, Ink.Grid, 1, Dashed: true), new Polyline([(0, 0), (1, 2)], Ink.Accent), new Polygon([(0, 0), (1, 0), (1, 1)], Ink.Rest),
            new Disc(5, 6, 7, Ink.Series(0)), new Bar(1, 2, 3, 4, Ink.Above(2)), new Mark(1, 1, 1, Marker.Diamond, Ink.Series(3)), new Label(1, 2, "a & b", Ink.Text, 12, Anchor.Middle, Bold: true));
        Assert.Contains("<g class=\"stroke grid\" fill=\"none\" stroke=\"#e6e9ee\" stroke-width=\"1\" stroke-dasharray=\"4 3\">\n<line x1=\"0\" y1=\"1\" x2=\"2\" y2=\"3.46\"/>\n</g>", svg);
        Assert.Contains("<polyline points=\"0 0 1 2\"/>", svg);
        Assert.Contains("<polygon points=\"0 0 1 0 1 1\"/>", svg);
        Assert.Contains("<g class=\"fill s0\" fill=\"#0072b2\">\n<circle cx=\"5\" cy=\"6\" r=\"7\"/>", svg);
        Assert.Contains("<g class=\"fill a2\" fill=\"#c5dff1\">\n<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>", svg);
        Assert.Contains("<path d=\"M1 -0.2L2.2 1L1 2.2L-0.2 1Z\"/>", svg);
        Assert.Contains("font-size=\"12\" font-weight=\"bold\" text-anchor=\"middle\">\n<text x=\"1\" y=\"2\">a &amp; b</text>", svg);
    }

    [Fact]
    public void Neighbours_of_one_style_share_a_group()
    {
        var svg = Write(new Disc(1, 1, 1, Ink.Rest), new Disc(2, 2, 1, Ink.Rest), new Disc(3, 3, 1, Ink.Noise));
        Assert.Equal(2, svg.Split("<g ").Length - 1);
        Assert.Equal(2, svg.Split("</g>").Length - 1);
    }

    [Fact]
    public void The_picture_is_named_by_its_title_and_description()
    {
        var root = XDocument.Parse(Svg.Write(new Picture(10, 20, "Who & where", "Two <groups>", []))).Root!;
        Assert.Equal(("img", "0 0 10 20"), (root.Attribute("role")!.Value, root.Attribute("viewBox")!.Value));
        var (title, description) = (root.Element(Xmlns + "title")!, root.Element(Xmlns + "desc")!);
        Assert.Equal(("Who & where", "Two <groups>"), (title.Value, description.Value));
        Assert.Equal($"{title.Attribute("id")!.Value} {description.Attribute("id")!.Value}", root.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void A_picture_without_words_is_decoration()
    {
        var root = XDocument.Parse(Svg.Write(Badge.Draw(2))).Root!;
        Assert.Equal("true", root.Attribute("aria-hidden")!.Value);
        Assert.Null(root.Attribute("role"));
        Assert.Empty(root.Elements(Xmlns + "title"));
        Assert.Equal("Regulars", XDocument.Parse(Svg.Write(Badge.Draw(2, "Regulars"))).Root!.Element(Xmlns + "title")!.Value);
    }

    [Fact]
    public void Ids_depend_on_the_content_and_on_the_suffix()
    {
        string Id(string title, string suffix = "") => XDocument.Parse(Svg.Write(new Picture(10, 20, title, "", []), suffix)).Root!.Element(Xmlns + "title")!.Attribute("id")!.Value;
        Assert.Equal(Id("one"), Id("one"));
        Assert.Distinct([Id("one"), Id("two"), Id("one", "b")]);
        Assert.Throws<ArgumentException>(() => Id("one", "\"><script>"));
    }

    [Fact]
    public void Hostile_text_stays_text_in_titles_descriptions_and_labels()
    {
        foreach (var name in Hostile.Names)
        {
            var svg = Svg.Write(new Picture(10, 10, name, "of " + name, [new Label(1, 1, name, Ink.Text, Full: name)]));
            var root = XDocument.Parse(svg).Root!;
            Assert.Equal(["svg", "title", "desc", "rect", "g", "text", "title"], root.DescendantsAndSelf().Select(element => element.Name.LocalName));
            Assert.Equal(PlainText.Clean(name), root.Element(Xmlns + "title")!.Value);
        }
    }

    [Theory]
    [InlineData(-0.0, "0")]
    [InlineData(-0.001, "0")]
    [InlineData(0.006, "0.01")]
    [InlineData(1.5, "1.5")]
    [InlineData(-1234.567, "-1234.57")]
    public void Numbers_have_two_decimals_at_most(double x, string expected) =>
        Assert.Contains($"cx=\"{expected}\"", Write(new Disc(x, 0, 1, Ink.Rest)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_place_that_is_no_number_is_refused(double x) =>
        Assert.Throws<ArgumentException>(() => Write(new Disc(x, 0, 1, Ink.Rest)));

    private static string Write(params Shape[] shapes) => Svg.Write(new Picture(10, 10, "", "", shapes));
}
