namespace Charts.Tests;

public sealed class CorrelationMapTests
{
    private static readonly CorrelationMap Three = new("", "", ["Age", "Income", "Spending"], [[1, null, null], [-0.012, 1, null], [-0.327, 0.99, 1]]);

    [Fact]
    public void Each_pair_is_one_cell_with_its_value_on_a_shade_of_its_side()
    {
        var shapes = Three.Draw(640, 300).Shapes;
        Assert.Equal([Ink.Backdrop, Ink.Below(1), Ink.Above(4)], shapes.OfType<Bar>().Take(3).Select(bar => bar.Ink));
        Assert.Superset(new HashSet<string> { "−0.01", "−0.33", "0.99" }, shapes.OfType<Label>().Select(label => label.Text).ToHashSet());
    }

    [Fact]
    public void The_table_lists_the_strongest_first() =>
        Assert.Equal([["Income", "Spending", "0.990"], ["Age", "Spending", "−0.327"], ["Age", "Income", "−0.012"]], Three.Table().Rows);

    [Fact]
    public void On_a_narrow_sheet_every_pair_is_still_there_once()
    {
        var map = (CorrelationMap)Explored.Charts["correlation-map-large"];
        foreach (var width in new double[] { 240, 330, 640, 900 })
            Assert.Equal(14 * 13 / 2, map.Draw(width, 300).Shapes.OfType<Bar>().Count(bar => bar.Radius == 3));
    }

    [Fact]
    public void What_is_no_correlation_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CorrelationMap("", "", ["a", "b"], [[1, 0], [1.1, 1]]));
        Assert.Throws<ArgumentException>(() => new CorrelationMap("", "", ["a", "b"], [[1, 0], [double.NaN, 1]]));
        Assert.Throws<ArgumentException>(() => new CorrelationMap("", "", ["a", "b"], [[1, 0]]));
    }
}
