namespace Charts.Tests;

public sealed class LinearScaleTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(5, 150)]
    [InlineData(10, 200)]
    [InlineData(-10, 0)]
    [InlineData(20, 300)]
    public void A_value_keeps_its_proportion_beyond_the_ends_too(double value, double place) =>
        Assert.Equal(place, new LinearScale(0, 10, 100, 200)[value]);

    [Fact]
    public void Either_side_may_run_backwards()
    {
        Assert.Equal(20, new LinearScale(0, 10, 100, 0)[8]);
        Assert.Equal(80, new LinearScale(10, 0, 100, 0)[8]);
    }

    [Fact]
    public void A_domain_without_extent_maps_to_the_middle() => Assert.Equal(50, new LinearScale(3, 3, 0, 100)[3]);

    [Fact]
    public void The_whole_range_of_doubles_fits() =>
        Assert.Equal(50, new LinearScale(double.MinValue, double.MaxValue, 0, 100)[0]);
}
