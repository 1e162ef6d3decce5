namespace Charts.Tests;

/// <summary>What every chart promises about where things stand, checked on the shapes themselves.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string, double> Sheets
    {
        get
        {
            var sheets = new TheoryData<string, double>();
            foreach (var name in Gallery.Charts.Keys.Concat(HostileCharts.All.Keys))
                foreach (var width in new double[] { 240, 320, 640, 900 })
                    sheets.Add(name, width);
            return sheets;
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Everything_stands_inside_the_sheet(string name, double width)
    {
        var picture = Draw(name, width);
        var sheet = new Box(-0.01, -0.01, picture.Width + 0.02, picture.Height + 0.02);
        Assert.DoesNotContain(picture.Shapes, shape => !sheet.Contains(shape.Bounds));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void No_label_covers_another(string name, double width)
    {
        var picture = Draw(name, width);
        var labels = picture.Shapes.OfType<Label>().Where(label => label.Text.Length > 0 && !InBadge(label, picture)).ToList();
        for (var i = 0; i < labels.Count; i++)
            for (var j = 0; j < i; j++)
                if (labels[i].Bounds.Overlaps(labels[j].Bounds)) Assert.Fail($"'{labels[i].Text}' covers '{labels[j].Text}'");
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void No_label_covers_a_point_or_a_bar_unless_it_stands_on_a_badge_or_a_shade(string name, double width)
    {
        var picture = Draw(name, width);
        var labels = picture.Shapes.OfType<Label>().Where(label => label.Text.Length > 0 && !InBadge(label, picture)).ToList();
        var marks = picture.Shapes.Where(shape => shape is Mark || shape is Bar && !IsShade(shape.Ink)).ToList();
        foreach (var label in labels)
            Assert.DoesNotContain(marks, mark => mark.Bounds.Overlaps(label.Bounds));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Every_sheet_says_something(string name, double width) =>
        Assert.Contains(Draw(name, width).Shapes, shape => shape is Label { Text.Length: > 0 });

    [Fact]
    public void A_sheet_is_never_smaller_than_readable() =>
        Assert.All(Gallery.Charts.Values, chart => Assert.True(chart.Draw(1, 1) is { Width: >= 240, Height: >= 60 }));

    [Fact]
    public void Drawing_twice_gives_the_same_bytes() =>
        Assert.All(Gallery.Charts.Values, chart => Assert.Equal(Svg.Write(chart.Draw(500, 300)), Svg.Write(chart.Draw(500, 300))));

    private static Picture Draw(string name, double width) =>
        (Gallery.Charts.GetValueOrDefault(name) ?? HostileCharts.All[name]).Draw(width, 320);

    private static bool InBadge(Label label, Picture picture) =>
        picture.Shapes.OfType<Disc>().Any(disc => disc.Bounds.Contains(label.Bounds));

    private static bool IsShade(Ink ink) => ink.Role == InkRole.Backdrop || ink is { Role: InkRole.Above or InkRole.Below, Index: > 0 };
}
