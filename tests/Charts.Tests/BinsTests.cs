namespace Charts.Tests;

public sealed class BinsTests
{
    [Fact]
    public void Few_whole_numbers_get_a_bin_each() =>
        Assert.Equal([new(0.5, 1.5, 1, 2), new(1.5, 2.5, 0, 0), new(2.5, 3.5, 1, 1)], Bins.Of([1, 3], [1, 1, 3]));

    [Fact]
    public void Many_whole_numbers_get_whole_edges()
    {
        var bins = Bins.Of([], [.. Enumerable.Range(1, 100).Select(i => (double)i)], 10);
        Assert.Equal([0.0, 10, 20, 30, 40, 50, 60, 70, 80, 90], bins.Select(bin => bin.From));
        Assert.Equal([9L, 10, 10, 10, 10, 10, 10, 10, 10, 11], bins.Select(bin => bin.All));
    }

    [Fact]
    public void A_value_on_an_edge_belongs_to_the_bin_above()
    {
        var bins = Bins.Of([], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], 9);
        Assert.Equal([1L, 1, 1, 1, 1, 1, 1, 1, 2], bins.Select(bin => bin.All));
    }

    [Fact]
    public void Every_value_is_counted_in_the_bin_it_lies_in()
    {
        var random = new Random(6);
        for (var trial = 0; trial < 200; trial++)
        {
            double[] values = [.. Enumerable.Range(0, 50).Select(_ => Math.Round(random.NextDouble() * 10, trial % 4) * Math.Pow(10, trial % 7 - 3))];
            var bins = Bins.Of(values.AsSpan(0, 10), values);
            Assert.Equal((10L, 50L), (bins.Sum(bin => bin.Group), bins.Sum(bin => bin.All)));
            foreach (var bin in bins.SkipLast(1))
                Assert.Equal(bin.All, values.Count(value => value >= bin.From && value < bin.To));
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    [InlineData(1e15)]
    [InlineData(-3e-9)]
    public void Equal_values_share_one_bin(double value) => Assert.Equal(3, Assert.Single(Bins.Of([], [value, value, value])).All);

    [Fact]
    public void No_values_make_no_bins() => Assert.Empty(Bins.Of([], []));

    [Fact]
    public void Values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Bins.Of([], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Bins.Of([double.NegativeInfinity], [1]));
        Assert.Throws<ArgumentException>(() => new Bin(2, 1, 0, 0));
    }
}
