namespace Charts.Tests;

public sealed class SilhouettePlotTests
{
    private static readonly SilhouettePlot Plot = new("", "", [new("Regulars", 0, [0.2, 0.8, -0.4]), new("Newcomers", 1, [0.6])]);

    [Fact]
    public void Members_are_sorted_within_their_group_the_best_on_top()
    {
        var steps = Plot.Draw(640, 300).Shapes.OfType<Polygon>().First().Points;
        var bars = steps.Skip(1).SkipLast(1).Where((_, i) => i % 2 == 0).Select(point => point.X).ToList();
        Assert.Equal(3, bars.Count);
        Assert.True(bars[0] > bars[1] && bars[1] > steps[0].X && steps[0].X > bars[2]);
    }

    [Fact]
    public void The_thickness_of_a_group_is_its_size()
    {
        var heights = Plot.Draw(640, 300).Shapes.OfType<Polygon>().Select(group => group.Bounds.Height).ToList();
        Assert.Equal(3, heights[0] / heights[1], 6);
    }

    [Fact]
    public void The_mean_of_all_members_is_marked_not_that_of_the_groups() =>
        Assert.Contains(Plot.Draw(640, 300).Shapes, shape => shape is Label { Text: "mean of all 0.30" });

    [Fact]
    public void A_hundred_thousand_members_need_no_more_corners_than_the_sheet_has_rows()
    {
        var picture = new SilhouettePlot("", "", [new("", 0, [.. Enumerable.Range(0, 100_000).Select(i => i / 1e5)]), new("", 1, [0.5])]).Draw(640, 400);
        Assert.InRange(picture.Shapes.OfType<Polygon>().Sum(group => group.Points.Count), 1000, 2000);
        Assert.InRange(picture.Height, 300, 440);
    }

    [Fact]
    public void Values_given_are_left_in_their_order()
    {
        double[] given = [0.1, 0.9];
        Assert.Equal([0.9, 0.1], new SilhouetteGroup("", 0, given).Values);
        Assert.Equal([0.1, 0.9], given);
        Assert.Throws<ArgumentException>(() => new SilhouetteGroup("", 0, [double.NaN]));
    }

    [Fact]
    public void The_table_counts_who_fits_another_group_better() =>
        Assert.Equal([["1", "Regulars", "3", "0.20", "−0.40", "1"], ["2", "Newcomers", "1", "0.60", "0.60", "0"]], Plot.Table().Rows);
}
