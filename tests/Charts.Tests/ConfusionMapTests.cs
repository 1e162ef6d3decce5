namespace Charts.Tests;

public sealed class ConfusionMapTests
{
    private static readonly ConfusionMap Three = new("", "", [new("Regulars", 0), new("Newcomers", 3), new("Nobody", 1)], [[90, 10, 0], [1, 99, 0], [0, 0, 0]]);

    [Fact]
    public void What_was_found_is_blue_and_what_was_mistaken_orange_by_its_share()
    {
        var shades = Three.Draw(640, 300).Shapes.OfType<Bar>().Where(bar => bar.Radius == 3).Select(bar => bar.Ink);
        Assert.Equal([Ink.Above(4), Ink.Below(1), Ink.Backdrop, Ink.Below(1), Ink.Above(4), Ink.Backdrop, Ink.Backdrop, Ink.Backdrop, Ink.Backdrop], shades);
    }

    [Fact]
    public void A_cell_says_who_it_is_in_words()
    {
        var says = Three.Draw(640, 300).Shapes.OfType<Bar>().Select(bar => bar.Says).ToList();
        Assert.Contains("10 of 100 in Regulars: taken for Newcomers", says);
        Assert.Contains("99 of 100 in Newcomers: found", says);
    }

    [Fact]
    public void On_a_narrow_sheet_every_cell_is_still_there_once()
    {
        var map = (ConfusionMap)Found.Charts["confusion-many"];
        foreach (var width in new double[] { 240, 330, 640, 900 })
            Assert.Equal(15 * 15, map.Draw(width, 300).Shapes.OfType<Bar>().Count(bar => bar.Radius == 3));
    }

    [Fact]
    public void The_table_has_the_truth_in_rows() => Assert.Equal(["4", "Newcomers", "1", "99", "0"], Three.Table().Rows[1]);

    [Fact]
    public void What_is_no_square_of_counts_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConfusionMap("", "", [new("a", 0), new("b", 1)], [[1, 0]]));
        Assert.Throws<ArgumentException>(() => new ConfusionMap("", "", [new("a", 0), new("b", 1)], [[1, 0], [-1, 0]]));
    }
}
