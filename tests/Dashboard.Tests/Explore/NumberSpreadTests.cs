using Dashboard.Explore;

namespace Dashboard.Tests.Explore;

public sealed class NumberSpreadTests
{
    [Fact]
    public void Quartiles_lie_between_values_and_missing_ones_do_not_count()
    {
        var spread = NumberSpread.Of([4, double.NaN, 1, 3, 2])!;

        Assert.Equal((1.75, 2.5, 3.25), (spread.LowerQuartile, spread.Median, spread.UpperQuartile));
        Assert.Equal(4, spread.Bins.Sum(b => b.All));
    }

    [Fact]
    public void A_value_on_a_fence_is_not_an_outlier()
    {
        // Quartiles 2 and 4, so the fences stand at -1 and 7.
        Assert.Equal((-1, 7, 0), Fences([-1, 2, 3, 4, 7]));
        Assert.Equal((-1, 7, 1), Fences([-1, 2, 3, 4, 7.001]));
    }

    [Fact]
    public void Outliers_are_counted_on_both_sides_with_the_value_nearest_to_the_rest()
    {
        var spread = NumberSpread.Of([-500, -90, .. Enumerable.Range(0, 101).Select(i => (double)i), 300, 900, 901])!;

        Assert.Equal((2, 3, 5), (spread.Below, spread.Above, spread.Outliers));
        Assert.Equal((-90.0, 300.0), (spread.HighestBelow, spread.LowestAbove));
    }

    [Fact]
    public void Without_outliers_there_is_no_value_to_name()
    {
        var spread = NumberSpread.Of([5, 5, 5])!;

        Assert.Equal((5.0, 5.0, 0), (spread.LowFence, spread.HighFence, spread.Outliers));
        Assert.Null(spread.HighestBelow);
        Assert.Null(spread.LowestAbove);
    }

    [Fact]
    public void Where_one_value_is_far_away_the_bins_end_before_it_and_nothing_else_changes()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        var (near, far) = (NumberSpread.Of(values)!, NumberSpread.Of([.. values, 1e6])!);

        Assert.Null(near.Window);
        // Quartiles 25 and 75: the window ends three times their distance above.
        Assert.Equal((0.0, 225.0), far.Window);
        Assert.Equal(100, far.Bins.Sum(b => b.All));
        Assert.Equal(1, far.Above);
    }

    [Fact]
    public void Where_more_than_a_twentieth_is_far_away_the_window_reaches_for_them()
    {
        var spread = NumberSpread.Of([.. Enumerable.Range(0, 90).Select(i => (double)i), .. Enumerable.Range(1, 10).Select(i => i * 1e4)])!;

        Assert.InRange(spread.Bins.Sum(b => b.All), 95, 99);
    }

    [Fact]
    public void A_column_without_values_has_no_spread() => Assert.Null(NumberSpread.Of([double.NaN, double.NaN]));

    private static (double, double, int) Fences(double[] values)
    {
        var spread = NumberSpread.Of(values)!;
        return (spread.LowFence, spread.HighFence, spread.Outliers);
    }
}
