namespace Charts.Tests;

public sealed class AlluvialTests
{
    private static readonly Alluvial Pair = (Alluvial)Gallery.Charts["alluvial-pair"];

    [Fact]
    public void Bars_are_as_high_as_their_groups_are_large()
    {
        var heights = Gallery.Charts["alluvial"].Draw(640, 400).Shapes.OfType<Bar>().Select(bar => bar.Height).ToList();
        Assert.Equal(120.0 / 200, heights[1] / heights[0], 1e-9);
        Assert.Equal([90, 70, 40], heights[3..].Select(height => Math.Round(height / heights[0] * 200)));
    }

    [Fact]
    public void Ribbons_fill_the_bars_that_they_leave_and_reach()
    {
        var shapes = Pair.Draw(640, 400).Shapes;
        var (bars, ribbons) = (shapes.OfType<Bar>().ToList(), shapes.OfType<Polygon>().ToList());
        Assert.Equal(8, ribbons.Count);
        foreach (var bar in bars)
        {
            var touching = ribbons.Where(ribbon => ribbon.Points.Any(p => (Near(p.X, bar.X) || Near(p.X, bar.X + bar.Width)) && p.Y > bar.Y - 1e-6 && p.Y < bar.Y + bar.Height + 1e-6)).ToList();
            Assert.Equal(bar.Height, touching.Sum(ribbon => ribbon.Points[^1].Y - ribbon.Points[0].Y), 1e-6);
        }
    }

    [Fact]
    public void Groups_stand_where_most_of_theirs_came_from()
    {
        var swapped = new Alluvial("", "", [new("a", [new("top", 0, 5, []), new("bottom", 1, 5, [])]), new("b", [new("low", 1, 5, [0, 5]), new("high", 0, 5, [5, 0])])]);
        var bars = swapped.Draw(640, 400).Shapes.OfType<Bar>().ToList();
        Assert.True(bars[2].Y > bars[3].Y);
        Assert.Equal(bars[0].Y, bars[3].Y);
    }

    [Fact]
    public void The_table_lists_each_move_with_its_share_and_the_note_where_there_is_one()
    {
        Assert.Equal(["Last year", "1 Regulars", "This year, with a name that goes on", "1 Regulars", "35", "87.5 %"], Pair.Table().Rows[0]);
        Assert.Equal(8, Pair.Table().Rows.Count);
        Assert.Equal(["2", "1 Segment 1", "3", "1 Segment 1", "80", "66.7 %", "0.5"], Gallery.Charts["alluvial"].Table().Rows[2]);
        Assert.Empty(Gallery.Charts["alluvial-empty"].Table().Rows);
    }

    [Fact]
    public void Groups_that_do_not_say_where_they_came_from_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Alluvial("", "", [new("a", [new("x", 0, 5, [])]), new("b", [new("y", 0, 5, [])])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlluvialGroup("x", 0, -1, []));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
