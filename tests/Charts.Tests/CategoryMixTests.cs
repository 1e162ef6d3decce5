namespace Charts.Tests;

public sealed class CategoryMixTests
{
    private static readonly CategoryMix Mix = new("", "", ["Athens", "Patras"], [new("Regulars", 0, [30, 10]), new("Newcomers", 1, [99, 1]), new("Nobody", 2, [0, 0])]);

    [Fact]
    public void All_bars_are_equally_long_and_cut_by_the_shares()
    {
        var parts = Mix.Draw(640, 200).Shapes.OfType<Bar>().Where(bar => bar.Height == 22).ToList();
        Assert.Equal(4, parts.Count);
        Assert.Equal(3, (parts[0].Width + 1) / (parts[1].Width + 1), 6);
        Assert.Equal(parts[1].Bounds.Right, parts[3].Bounds.Right, 6);
    }

    [Fact]
    public void A_figure_stands_inside_where_it_fits_and_in_the_first_bar_its_name()
    {
        var texts = Mix.Draw(640, 200).Shapes.OfType<Label>().Select(label => label.Text).ToList();
        Assert.Contains("Athens 75 %", texts);
        Assert.Contains("Patras 25 %", texts);
        Assert.Contains("99 %", texts);
        Assert.DoesNotContain("1 %", texts);
    }

    [Fact]
    public void A_group_without_values_says_so() =>
        Assert.Single(Mix.Draw(640, 200).Shapes.OfType<Label>(), label => label.Text == "no values");

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CategoryMix("", "", [.. "abcdef".Select(c => $"{c}")], []));
        Assert.Throws<ArgumentException>(() => new CategoryMix("", "", ["a"], [new("", 0, [1, 2])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixRow("", 0, [-1]));
    }

    [Fact]
    public void Counts_by_which_people_could_be_recognised_are_not_told()
    {
        var masked = new CategoryMix("", "", ["Athens", "Patras", "Volos"], [new("Regulars", 0, [36, 4, 12])]) { LeastTold = 5 };

        Assert.Equal([["1", "Regulars", "48", "75 % (36)", "fewer than 5", "25 % (12)"]], masked.Table().Rows);
        Assert.Equal(["Athens 75 %", "Volos 25 %"], masked.Draw(640, 200).Shapes.OfType<Label>().Where(label => label.Bold && label.Text.EndsWith('%')).Select(label => label.Text));
    }

    [Fact]
    public void The_table_has_shares_and_counts() =>
        Assert.Equal([["1", "Regulars", "40", "75 % (30)", "25 % (10)"], ["2", "Newcomers", "100", "99 % (99)", "1 % (1)"], ["3", "Nobody", "0", "– (0)", "– (0)"]], Mix.Table().Rows);
}
