namespace Charts.Tests;

public sealed class DivergingBarsTests
{
    private static readonly DivergingBars Apart = new("", "", [new("Age", -20, "−20 %"), new("Income", 40, "+40 %")], "average customer");

    [Fact]
    public void Less_goes_to_the_left_and_more_to_the_right_of_one_line()
    {
        var bars = Apart.Draw(640, 200).Shapes.OfType<Bar>().ToList();
        var line = Apart.Draw(640, 200).Shapes.OfType<Line>().Single();
        Assert.Equal([Ink.Below(), Ink.Above()], bars.Select(bar => bar.Ink));
        Assert.Equal((line.X1, line.X1), (bars[0].Bounds.Right, bars[1].X));
        Assert.Equal(2, bars[1].Width / bars[0].Width, 6);
    }

    [Fact]
    public void The_line_says_what_it_stands_for() =>
        Assert.Contains(Apart.Draw(640, 200).Shapes, shape => shape is Label { Text: "average customer" });

    [Fact]
    public void A_value_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DivergingBar("", double.NaN, ""));

    [Fact]
    public void The_table_says_the_same() => Assert.Equal([["Age", "−20 %"], ["Income", "+40 %"]], Apart.Table().Rows);
}
