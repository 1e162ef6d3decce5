using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class PopulationStabilityTests
{
    [Fact]
    public void The_tail_of_chi_squared_agrees_with_scipy() =>
        Assert.All(QualityGolden.All.ChiSquared, golden => Assert.Equal(golden.Tail, ChiSquared.UpperTail(golden.X, golden.Freedom), 1e-12));

    [Fact]
    public void Two_bins_by_hand()
    {
        var found = PopulationStability.OfCounts([50, 50], [75, 25])!;
        double index = 0.25 * Math.Log(1.5) - 0.25 * Math.Log(0.5);
        Assert.Equal(index, found.Index, 1e-12);
        Assert.Equal(0.02, found.ByChance, 1e-12);
        Assert.Equal(ChiSquared.UpperTail(50 * index, 1), found.PValue, 1e-12);
    }

    [Fact]
    public void What_did_not_move_has_no_index() =>
        Assert.Equal((0, 1), (PopulationStability.OfCounts([10, 20, 30], [20, 40, 60])!.Index, PopulationStability.OfCounts([10, 20, 30], [20, 40, 60])!.PValue));

    [Fact]
    public void A_bin_that_empties_counts_as_half_a_case_and_one_empty_twice_not_at_all()
    {
        var found = PopulationStability.OfCounts([10, 0, 90], [0, 0, 100])!;
        Assert.Equal(2, found.Bins);
        Assert.Equal((0.005 - 0.1) * Math.Log(0.05) + 0.1 * Math.Log(1 / 0.9), found.Index, 1e-12);
    }

    [Fact]
    public void Without_change_the_index_is_as_stated_on_average_and_seldom_significant()
    {
        var random = new SplitMix(4);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() + random.NextDouble())];
        var found = Enumerable.Range(0, 1000).Select(_ => PopulationStability.Of(Draw(200), Draw(200))!).ToList();
        Assert.Equal(0.09, found[0].ByChance, 1e-12);
        Assert.Equal(0.09, found.Average(one => one.Index), 0.01);
        Assert.InRange(found.Count(one => one.PValue < 0.05), 20, 100);
        Assert.InRange(PopulationStability.Of(Draw(200), [.. Draw(200).Select(x => x + 0.4)])!.PValue, 0, 1e-4);
    }

    [Fact]
    public void Few_rows_and_few_distinct_values_make_few_bins()
    {
        Assert.Equal(2, PopulationStability.Of([1, 2, 3, 4, double.NaN], [1, 2, 3, 9])!.Bins);
        double[] flags = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? 1.0 : 0)];
        Assert.Equal(2, PopulationStability.Of(flags, flags)!.Bins);
    }

    [Fact]
    public void Nothing_to_compare_has_none()
    {
        Assert.Null(PopulationStability.Of([], [1]));
        Assert.Null(PopulationStability.Of([1, 2], [double.NaN]));
        Assert.Null(PopulationStability.Of([7, 7, 7], [7, 7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.OfCounts([1], [1, 2]));
    }
}
