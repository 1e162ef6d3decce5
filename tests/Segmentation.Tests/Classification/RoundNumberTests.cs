using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class RoundNumberTests
{
    [Theory]
    [InlineData(68, 73, 0.01, 70)]
    [InlineData(69.5, 70, 0.01, 70)]
    [InlineData(70, 71, 0.01, 71)]
    [InlineData(70, 70.9, 0.01, 70.5)]
    [InlineData(-3, 4, 0.01, 0)]
    [InlineData(-48, -42, 0.01, -45)]
    [InlineData(0.081, 0.13, 0.001, 0.1)]
    [InlineData(60, 140, 1, 100)]
    [InlineData(1e-9, 3e-9, 1e-11, 2e-9)]
    [InlineData(2e14, 4e14, 1, 4e14)]
    public void The_roundest_number_between(double low, double high, double finest, double expected) =>
        Assert.Equal(expected, RoundNumber.Between(low, high, finest));

    [Theory]
    [InlineData(68.91, 68.92, 1, 69)]
    [InlineData(68.91, 68.92, 2, 68)]
    [InlineData(68.91, 68.92, 5, 70)]
    [InlineData(0.1234, 0.1235, 0.01, 0.12)]
    [InlineData(0.0078, 0.0079, 0.0123, 0)]
    [InlineData(-0.0179, -0.0178, 0.0123, -0.02)]
    public void In_a_gap_finer_than_the_finest_step_the_nearest_multiple_of_it(double low, double high, double finest, double expected) =>
        Assert.Equal(expected, RoundNumber.Between(low, high, finest));

    [Fact]
    public void Without_a_finest_step_the_number_lies_between()
    {
        var random = new SplitMix(1);
        for (int i = 0; i < 1000; i++)
        {
            double low = Math.Pow(10, 20 * random.NextDouble() - 10) * (random.NextDouble() - 0.5), high = low + Math.Abs(low) * random.NextDouble() * 0.1 + 1e-12;
            double between = RoundNumber.Between(low, high, 0);
            Assert.True(between > low && between <= high, $"{between} is not between {low} and {high}.");
        }
    }
}
