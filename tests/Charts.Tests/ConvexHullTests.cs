namespace Charts.Tests;

public sealed class ConvexHullTests
{
    [Fact]
    public void Points_inside_and_along_an_edge_are_no_corners()
    {
        var (hull, marks) = Drawn(new("", 0, [0, 10, 10, 0, 5, 10], [0, 0, 10, 10, 5, 4]));
        Assert.Equal(marks.Take(4).Select(mark => (mark.X, mark.Y)).Order(), hull!.Points.Order());
    }

    [Theory]
    [InlineData(1, 2, 3, 1, 2, 3)]
    [InlineData(4, 4, 4, 1, 2, 3)]
    [InlineData(4, 4, 4, 1, 1, 1)]
    public void Points_on_one_line_have_no_outline(double x1, double x2, double x3, double y1, double y2, double y3) =>
        Assert.Null(Drawn(new("", 0, [x1, x2, x3], [y1, y2, y3])).Hull);

    [Fact]
    public void Every_point_lies_inside_or_within_a_unit_of_the_outline()
    {
        var (hull, marks) = Drawn(Gallery.Cloud("", 0, 500, 50, 50));
        var corners = hull!.Points;
        foreach (var mark in marks)
            for (var i = 0; i < corners.Count; i++)
                Assert.True(Beyond(corners[i], corners[(i + 1) % corners.Count], mark) < 1);
    }

    [Fact]
    public void The_outline_is_pale_below_the_points_and_none_is_drawn_for_noise()
    {
        PointSeries[] series = [new("", 0, [0, 10, 5], [0, 0, 5]), new("", Slot.Noise, [20, 30, 25], [0, 0, 5])];
        var shapes = new Scatter("", "", "x", "y", series) { Hulls = true }.Draw(640, 400).Shapes.ToList();
        var hull = Assert.Single(shapes.OfType<Polygon>());
        Assert.Equal((Ink.Series(0), true), (hull.Ink, hull.Pale));
        Assert.True(shapes.IndexOf(hull) < shapes.FindIndex(shape => shape is Mark { Ink.Role: InkRole.Series }));
        Assert.Empty(new Scatter("", "", "x", "y", series).Draw(640, 400).Shapes.OfType<Polygon>());
    }

    private static (Polygon? Hull, List<Mark> Marks) Drawn(PointSeries series)
    {
        var shapes = new Scatter("", "", "x", "y", [series]) { Hulls = true }.Draw(640, 400).Shapes;
        return (shapes.OfType<Polygon>().SingleOrDefault(), [.. shapes.OfType<Mark>()]);
    }

    // How far a point lies to the outer side of an edge.
    private static double Beyond((double X, double Y) a, (double X, double Y) b, Mark p) =>
        -((b.X - a.X) * (p.Y - a.Y) - (b.Y - a.Y) * (p.X - a.X)) / Math.Sqrt((b.X - a.X) * (b.X - a.X) + (b.Y - a.Y) * (b.Y - a.Y));
}
