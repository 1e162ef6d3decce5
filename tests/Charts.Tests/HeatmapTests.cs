namespace Charts.Tests;

public sealed class HeatmapTests
{
    [Theory]
    [InlineData(0, InkRole.Backdrop, 0)]
    [InlineData(0.24, InkRole.Backdrop, 0)]
    [InlineData(-0.25, InkRole.Below, 1)]
    [InlineData(0.9, InkRole.Above, 2)]
    [InlineData(1.5, InkRole.Above, 3)]
    [InlineData(2, InkRole.Above, 4)]
    [InlineData(-1e9, InkRole.Below, 4)]
    public void A_cell_is_shaded_by_half_standard_deviations(double deviation, InkRole role, int shade) =>
        Assert.Equal(new Ink(role, shade), One("7", deviation).Draw(640, 300).Shapes.OfType<Bar>().First().Ink);

    [Fact]
    public void A_cell_prints_the_value_and_its_deviation()
    {
        var texts = One("87 k$", 1.04).Draw(640, 300).Shapes.OfType<Label>().Select(label => label.Text).ToList();
        Assert.Contains("87 k$", texts);
        Assert.Contains("+1.0σ", texts);
    }

    [Fact]
    public void Columns_without_room_go_to_a_block_below()
    {
        var narrow = (Heatmap)Gallery.Charts["heatmap-wide"];
        var heads = narrow.Draw(640, 300).Shapes.OfType<Label>().Where(label => label.Text == "Feature").Select(label => label.Y).Distinct();
        Assert.Equal(2, heads.Count());
        Assert.Equal(narrow.Columns.Count * narrow.Rows.Count, narrow.Draw(320, 300).Shapes.OfType<Bar>().Count(bar => bar.Radius > 0));
    }

    [Fact]
    public void A_row_needs_a_cell_per_column() =>
        Assert.Throws<ArgumentException>(() => new Heatmap("", "", ["a", "b"], [new("", 0, [new("1", 0)])]));

    [Fact]
    public void A_deviation_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new HeatmapCell("1", double.NaN));

    [Fact]
    public void The_table_says_the_same()
    {
        var table = One("87 k$", -1.04).Table();
        Assert.Equal(["No.", "Group", "Income"], table.Columns);
        Assert.Equal([["1", "Regulars", "87 k$ (−1.0σ)"]], table.Rows);
    }

    private static Heatmap One(string text, double deviation) => new("", "", ["Income"], [new("Regulars", 0, [new(text, deviation)])]);
}
