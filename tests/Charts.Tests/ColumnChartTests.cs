namespace Charts.Tests;

public sealed class ColumnChartTests
{
    private static readonly ColumnChart Months = new("", "", "Month", "Revenue", ["2011-01", "2011-02", "2011-03"], [1200, -400, 0]);

    [Fact]
    public void Columns_stand_on_zero_and_losses_hang_from_it()
    {
        var bars = Months.Draw(640, 400).Shapes.OfType<Bar>().ToList();
        Assert.Equal(3, bars[0].Height / bars[1].Height, 6);
        Assert.Equal(bars[0].Bounds.Bottom, bars[1].Y, 6);
        Assert.Equal([Ink.Accent, Ink.Below()], bars.Select(bar => bar.Ink));
    }

    [Fact]
    public void The_highest_is_printed_above_its_column() =>
        Assert.Contains(Months.Draw(640, 400).Shapes, shape => shape is Label { Text: "1,200", Bold: true });

    [Fact]
    public void Names_and_values_belong_together()
    {
        Assert.Equal([["2011-01", "1,200"], ["2011-02", "−400"], ["2011-03", "0"]], Months.Table().Rows);
        Assert.Throws<ArgumentException>(() => new ColumnChart("", "", "", "", ["a"], []));
    }
}
