namespace Charts.Tests;

public sealed class SizeBarsTests
{
    private static readonly SizeBars Sizes = new("", "", [new("Regulars", 0, 200, 0.8), new("Newcomers", 1, 50, 0.2)]);

    [Fact]
    public void A_bar_is_as_long_as_its_count()
    {
        var bars = Sizes.Draw(640, 200).Shapes.OfType<Bar>().ToList();
        Assert.Equal(4, bars[0].Width / bars[1].Width, 6);
        Assert.Equal([Ink.Series(0), Ink.Series(1)], bars.Select(bar => bar.Ink));
    }

    [Fact]
    public void Count_and_share_stand_at_the_end_of_the_bar()
    {
        var shapes = Sizes.Draw(640, 200).Shapes;
        var label = Assert.Single(shapes.OfType<Label>(), label => label.Text == "200 · 80 %");
        Assert.Equal(shapes.OfType<Bar>().First().Bounds.Right + 6, label.X);
    }

    [Fact]
    public void Who_rounds_by_other_rules_prints_a_text_of_their_own() =>
        Assert.Contains(new SizeBars("", "", [new("Regulars", 0, 81, 0.405, "81 · 40 %")]).Draw(640, 100).Shapes, shape => shape is Label { Text: "81 · 40 %" });

    [Fact]
    public void Many_rows_make_a_taller_sheet_rather_than_lower_rows()
    {
        var picture = new SizeBars("", "", [.. Enumerable.Range(0, 30).Select(slot => new SizeBar("Name", slot, slot, 0))]).Draw(640, 100);
        Assert.True(picture.Height >= 30 * 26);
    }

    [Fact]
    public void A_long_name_is_kept_whole_for_those_who_ask()
    {
        var name = string.Join(' ', Enumerable.Repeat("word", 40));
        var labels = new SizeBars("", "", [new(name, 0, 1, 1)]).Draw(320, 100).Shapes.OfType<Label>().Where(label => label.Full is not null).ToList();
        Assert.Equal(3, labels.Count);
        Assert.All(labels, label => Assert.Equal(name, label.Full));
        Assert.EndsWith("…", labels[2].Text);
    }

    [Fact]
    public void Impossible_figures_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SizeBar("", 0, -1, 0));
        Assert.Throws<ArgumentException>(() => new SizeBar("", 0, 1, double.NaN));
    }

    [Fact]
    public void The_table_says_the_same() =>
        Assert.Equal([["1", "Regulars", "200", "80 %"], ["2", "Newcomers", "50", "20 %"]], Sizes.Table().Rows);
}
