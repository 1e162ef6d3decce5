namespace Charts.Tests;

public sealed class HistogramTests
{
    private static readonly Bin[] Ages = [new(20, 30, 8, 50), new(30, 40, 2, 50)];

    [Fact]
    public void A_group_is_drawn_by_share_before_everyone()
    {
        var bars = new Histogram("", "", "Age", Ages, "Regulars", 3).Draw(640, 400).Shapes.OfType<Bar>().Where(bar => bar.Width > 12).ToList();
        var (group, all) = (bars.Where(bar => bar.Ink == Ink.Series(3)).ToList(), bars.Where(bar => bar.Ink == Ink.Rest).ToList());
        Assert.Equal(4, group[0].Height / group[1].Height, 6);
        Assert.Equal(0.8 / 0.5, group[0].Height / all[0].Height, 6);
        Assert.True(group[0].Width < all[0].Width);
    }

    [Fact]
    public void Without_a_group_the_counts_are_drawn()
    {
        var shapes = new Histogram("", "", "Age", Ages).Draw(640, 400).Shapes;
        Assert.All(shapes.OfType<Bar>(), bar => Assert.Equal(Ink.Accent, bar.Ink));
        Assert.Contains(shapes, shape => shape is Label { Text: "50" });
    }

    [Fact]
    public void Whole_numbers_are_labelled_in_the_middle_of_their_bars()
    {
        var shapes = new Histogram("", "", "Orders", Bins.Of([], [1, 2, 2, 3])).Draw(640, 400).Shapes;
        var two = Assert.Single(shapes.OfType<Label>(), label => label.Text == "2" && label.Anchor == Anchor.Middle);
        Assert.Equal(two.X, shapes.OfType<Bar>().ElementAt(1).Bounds.X + shapes.OfType<Bar>().ElementAt(1).Width / 2, 6);
    }

    [Fact]
    public void Mean_and_median_are_lines_where_they_lie_and_named_above()
    {
        var shapes = new Histogram("", "", "Age", Ages) { Mean = 30, Median = 25 }.Draw(640, 400).Shapes;
        var (bars, lines) = (shapes.OfType<Bar>().ToList(), shapes.OfType<Line>().Where(line => line.Ink == Ink.Text).ToList());
        Assert.Equal([(bars[0].X + bars[0].Bounds.Right) / 2, bars[0].Bounds.Right + 0.5], lines[^2..].Select(line => line.X1), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Superset(new HashSet<string> { "median 25", "mean 30" }, shapes.OfType<Label>().Select(label => label.Text).ToHashSet());
    }

    [Fact]
    public void The_table_says_the_same()
    {
        Assert.Equal([["20 to 30", "8", "80 %", "50", "50 %"], ["30 to 40", "2", "20 %", "50", "50 %"]], new Histogram("", "", "Age", Ages, "Regulars").Table().Rows);
        Assert.Equal([["1", "2"], ["2", "1"]], new Histogram("", "", "Orders", Bins.Of([], [1, 1, 2])).Table().Rows);
    }
}
