using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class DriftTests
{
    private const int Pairs = 1000;
    private const int Rows = 200;

    [Fact]
    public void Of_a_thousand_pairs_of_200_without_change_at_most_one_in_twenty_raises_an_alarm()
    {
        int alarms = Enumerable.Range(0, Pairs).Count(pair => Compare(pair, Rows, Rows, 0).Any(size => size != DriftSize.None));
        Assert.InRange(alarms, 0, Pairs / 20);
    }

    [Theory]
    [InlineData(20, 200)]
    [InlineData(5000, 60)]
    [InlineData(5000, 5000)]
    public void Nor_do_samples_of_other_sizes(int before, int after)
    {
        int alarms = Enumerable.Range(0, 300).Count(pair => Compare(pair, before, after, 0).Any(size => size != DriftSize.None));
        Assert.InRange(alarms, 0, 300 / 20);
    }

    [Fact]
    public void Half_a_standard_deviation_is_found_in_200_customers_and_called_a_reason_to_act()
    {
        var found = Enumerable.Range(0, 200).Select(pair => Compare(pair, Rows, Rows, 0.5)[0]).ToList();
        Assert.InRange(found.Count(size => size != DriftSize.None), 180, 200);
        Assert.InRange(found.Count(size => size >= DriftSize.Clear), 150, 200);
    }

    [Fact]
    public void A_shift_that_is_certain_but_of_no_consequence_is_no_reason_to_act() =>
        Assert.All(Enumerable.Range(0, 20), pair => Assert.Equal(DriftSize.Little, Compare(pair, 100_000, 100_000, 0.05)[0]));

    [Fact]
    public void Shares_of_groups_that_swap_are_found()
    {
        Assert.Equal([DriftSize.Far], Drift.Judge([Drift.OfCounts([120, 60, 20], [40, 120, 40])]));
        Assert.Equal([DriftSize.None], Drift.Judge([Drift.OfCounts([120, 60, 20], [115, 66, 19])]));
    }

    [Fact]
    public void A_kind_that_was_never_there_before_is_found()
    {
        Assert.Equal([DriftSize.Far], Drift.Judge([Drift.OfCounts([100, 100, 0], [60, 60, 80])]));
        Assert.Equal(1, Drift.OfCounts([0, 0], [0, 0]).PValue);
    }

    [Fact]
    public void More_with_a_mark_than_a_share_explains_are_found()
    {
        Assert.Equal([DriftSize.Clear], Drift.Judge([Drift.OfShare(30, 200, 0.03)]));
        Assert.Equal([DriftSize.None], Drift.Judge([Drift.OfShare(8, 200, 0.03)]));
        Assert.Equal([DriftSize.None], Drift.Judge([Drift.OfShare(0, 0, 0.03)]));
    }

    [Fact]
    public void What_would_be_an_alarm_alone_is_none_among_many()
    {
        var doubtful = new Drift(null, 0.02);
        Assert.Equal([DriftSize.Clear], Drift.Judge([doubtful]));
        Assert.Equal([DriftSize.None, DriftSize.None], Drift.Judge([doubtful, new(null, 0.5)]));
        Assert.Equal([DriftSize.Clear, DriftSize.Clear], Drift.Judge([doubtful, new(null, 0.001)]));
    }

    /// <summary>Three numbers, one of which moves, words, and how many are unlike the others.</summary>
    private static DriftSize[] Compare(int seed, int before, int after, double by)
    {
        var random = SplitMix.Stream(7, seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] Draw(int rows, double shift, bool whole) => [.. Enumerable.Range(0, rows).Select(_ => Normal() + shift).Select(x => whole ? Math.Round(20 * x) : x)];
        int[] Words(int rows)
        {
            var counts = new int[5];
            for (int i = 0; i < rows; i++)
                counts[(int)(random.NextDouble() * random.NextDouble() * 5)]++;
            return counts;
        }
        Drift Numbers(double shift, bool whole)
        {
            var then = BinnedSample.Of(Draw(before, 0, whole));
            var now = then.Alike();
            foreach (double x in Draw(after, shift, whole))
                now.Add(x);
            return Drift.OfNumbers(then, now);
        }
        int unlike = Enumerable.Range(0, after).Count(_ => random.NextDouble() < 0.03);
        return Drift.Judge([Numbers(by, false), Numbers(0, false), Numbers(0, true), Drift.OfCounts(Words(before), Words(after)), Drift.OfShare(unlike, after, 0.03)]);
    }
}
