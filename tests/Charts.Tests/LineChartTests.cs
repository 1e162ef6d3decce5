namespace Charts.Tests;

public sealed class LineChartTests
{
    private static readonly LineChart Elbow = (LineChart)Gallery.Charts["line-chart"];

    [Fact]
    public void Horizontal_ticks_are_whole_numbers()
    {
        var labels = Elbow.Draw(1000, 400).Shapes.OfType<Label>().Where(label => label.Anchor == Anchor.Middle && !label.Bold && label.Size == 11).Select(label => label.Text);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], labels);
    }

    [Fact]
    public void The_marked_point_has_a_ring_and_its_text_stands_above_the_data()
    {
        var shapes = Elbow.Draw(640, 400).Shapes;
        var text = Assert.Single(shapes.OfType<Label>(), label => label.Text == "4 segments: the bend");
        Assert.All(shapes.OfType<Mark>(), mark => Assert.True(mark.Bounds.Y > text.Bounds.Bottom));
        Assert.Equal(shapes.OfType<Mark>().ElementAt(3).X, shapes.OfType<Disc>().First().X);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LineChart("", "", "", "", [1], [double.NaN]));
        Assert.Throws<ArgumentException>(() => new LineChart("", "", "", "", [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new LineChart("", "", "", "", [1, 2], [1, 2], 3, "not there"));
    }

    [Fact]
    public void A_span_is_an_upright_line_from_end_to_end_within_the_axes()
    {
        var chart = new LineChart("", "", "", "", [1, 2], [5, 6], Spans: [(4, 9), (6, 6)]);
        var shapes = chart.Draw(400, 300).Shapes;
        var point = shapes.OfType<Mark>().First();
        var span = Assert.Single(shapes.OfType<Line>(), line => line.Ink == Ink.Text && line.X1 == point.X && line.X2 == point.X);
        Assert.InRange(point.Y, span.Bounds.Y, span.Bounds.Bottom);
        Assert.Equal(["1", "5", "4", "9"], chart.Table().Rows[0]);
        Assert.Throws<ArgumentException>(() => new LineChart("", "", "", "", [1, 2], [5, 6], Spans: [(4, 9)]));
        Assert.Throws<ArgumentException>(() => new LineChart("", "", "", "", [1], [5], Spans: [(double.NaN, 9)]));
    }

    [Fact]
    public void Many_points_are_a_line_without_dots() =>
        Assert.DoesNotContain(Gallery.Charts["line-chart-many"].Draw(640, 300).Shapes, shape => shape is Mark);

    [Fact]
    public void The_table_says_the_same() => Assert.Equal(["1", "980"], Elbow.Table().Rows[0]);
}
