namespace Charts.Tests;

public sealed class CategoryBarsTests
{
    [Fact]
    public void What_is_left_over_is_one_bar_that_says_how_many_it_holds()
    {
        var chart = new CategoryBars("", "", "City", [new("Athens", 60), new("Patras", 20), new("Volos", 10), new("Chania", 5)], 2, 35, 5);
        Assert.Equal([["Athens", "60", "60 %"], ["Patras", "20", "20 %"], ["other (37 more)", "20", "20 %"]], chart.Table().Rows);
        Assert.Equal([Ink.Accent, Ink.Accent, Ink.Rest], chart.Draw(640, 200).Shapes.OfType<Bar>().Select(bar => bar.Ink));
    }

    [Fact]
    public void One_more_than_fits_is_named_instead_of_other() =>
        Assert.Equal(["Athens", "Patras", "Volos"], new CategoryBars("", "", "City", [new("Athens", 60), new("Patras", 20), new("Volos", 10)], 2).Table().Rows.Select(row => row[0]));

    [Fact]
    public void A_bar_is_as_long_as_its_count()
    {
        var bars = new CategoryBars("", "", "City", [new("Athens", 60), new("Patras", 20)]).Draw(640, 200).Shapes.OfType<Bar>().ToList();
        Assert.Equal(3, bars[0].Width / bars[1].Width, 6);
    }

    [Fact]
    public void A_negative_count_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CategoryBar("", -1));
}
