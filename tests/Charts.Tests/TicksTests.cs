namespace Charts.Tests;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, 1, new[] { 0.0, 1 })]
    [InlineData(0, 1, 2, new[] { 0, 0.5, 1 })]
    [InlineData(0, 1, 5, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0, 1, 10, new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1 })]
    [InlineData(15, 137, 6, new[] { 20.0, 40, 60, 80, 100, 120 })]
    [InlineData(-3, 3, 6, new[] { -3.0, -2, -1, 0, 1, 2, 3 })]
    [InlineData(-100, -1, 4, new[] { -100.0, -80, -60, -40, -20 })]
    [InlineData(0.13, 0.31, 4, new[] { 0.15, 0.2, 0.25, 0.3 })]
    [InlineData(1e-9, 4e-9, 3, new[] { 1e-9, 2e-9, 3e-9, 4e-9 })]
    [InlineData(1e15, 4e15, 3, new[] { 1e15, 2e15, 3e15, 4e15 })]
    [InlineData(7, 7, 5, new[] { 7.0 })]
    [InlineData(0.41, 0.59, 1, new double[0])]
    public void Ticks_are_the_round_numbers_between_the_ends(double start, double stop, int count, double[] expected) =>
        Assert.Equal(expected, Ticks.Between(start, stop, count));

    [Fact]
    public void Ticks_from_stop_to_start_are_those_from_start_to_stop_reversed()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var (a, b) = (Any(random), Any(random));
            Assert.Equal(Ticks.Between(a, b, 5).Reverse(), Ticks.Between(b, a, 5));
        }
    }

    [Fact]
    public void Ticks_rise_stay_between_the_ends_and_are_half_to_twice_as_many_as_wanted()
    {
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var (start, stop, count) = (Any(random), Any(random), random.Next(4, 15));
            var (low, high) = (Math.Min(start, stop), Math.Max(start, stop));
            var ticks = Ticks.Between(low, high, count);
            Assert.InRange(ticks.Length, count / 2, count * 2);
            Assert.All(ticks, tick => Assert.InRange(tick, low, high));
            Assert.All(ticks.Skip(1).Zip(ticks), pair => Assert.True(pair.First > pair.Second));
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Ticks_refuse_what_is_not_a_number(double start, double stop) =>
        Assert.Throws<ArgumentException>(() => Ticks.Between(start, stop, 5));

    [Fact]
    public void Ticks_refuse_a_count_below_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ticks.Between(0, 1, 0));

    [Theory]
    [InlineData(double.MinValue, double.MaxValue)]
    [InlineData(1e16, 1e16 + 2)]
    [InlineData(0, double.Epsilon)]
    [InlineData(-1e-300, 1e-300)]
    public void Ticks_end_and_are_finite_at_the_ends_of_the_number_line(double start, double stop) =>
        Assert.All(Ticks.Between(start, stop, 5), tick => Assert.InRange(tick, start, stop));

    [Theory]
    [InlineData(2, 5, 10, new[] { 2.0, 3, 4, 5 })]
    [InlineData(0.5, 3.5, 30, new[] { 1.0, 2, 3 })]
    [InlineData(0, 100, 5, new[] { 0.0, 20, 40, 60, 80, 100 })]
    public void Whole_ticks_never_fall_between_whole_numbers(double start, double stop, int count, double[] expected) =>
        Assert.Equal(expected, Ticks.WholeBetween(start, stop, count));

    [Fact]
    public void No_tick_is_negative_zero() =>
        Assert.DoesNotContain(Ticks.Between(-1, 1, 4), tick => tick == 0 && double.IsNegative(tick));

    private static double Any(Random random) => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 13));
}
