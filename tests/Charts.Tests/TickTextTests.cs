namespace Charts.Tests;

public sealed class TickTextTests
{
    [Theory]
    [InlineData(new[] { 0.0, 20, 40 }, new[] { "0", "20", "40" })]
    [InlineData(new[] { 0.15, 0.2, 0.25 }, new[] { "0.15", "0.20", "0.25" })]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, new[] { "0.1", "0.2", "0.3" })]
    [InlineData(new[] { -20.0, 0, 20 }, new[] { "−20", "0", "20" })]
    [InlineData(new[] { 0.0, 50_000, 100_000 }, new[] { "0", "50,000", "100,000" })]
    [InlineData(new[] { 0, 5e5, 1e6, 1.5e6 }, new[] { "0", "0.5M", "1.0M", "1.5M" })]
    [InlineData(new[] { 2e9, 4e9 }, new[] { "2B", "4B" })]
    [InlineData(new[] { 1e15, 2e15 }, new[] { "1e15", "2e15" })]
    [InlineData(new[] { 0, 1e-9, 2e-9 }, new[] { "0", "1e−9", "2e−9" })]
    [InlineData(new[] { 1_000_000.0, 1_000_001 }, new[] { "1,000,000", "1,000,001" })]
    [InlineData(new double[0], new string[0])]
    public void Texts_share_decimals_and_suffix(double[] ticks, string[] expected) => Assert.Equal(expected, TickText.Of(ticks));

    [Fact]
    public void No_two_ticks_of_an_axis_read_the_same()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var start = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 15));
            var ticks = Ticks.Between(start, start + Math.Abs(start) * Math.Pow(10, random.Next(-6, 3)), 6);
            Assert.Distinct(TickText.Of(ticks));
        }
    }
}
