using Dashboard.Runs;
using Segmentation.Profiles;

namespace Dashboard.Tests.Runs;

public sealed class SmallSampleTests
{
    /// <summary>R: t.test(c(1, 2, 3, 4, 5))$conf.int</summary>
    [Fact]
    public void The_interval_is_that_of_a_t_test()
    {
        var (low, high) = SmallSample.Interval(Of(1, 2, 3, 4, 5))!.Value;

        Assert.Equal(1.036757, low, 1e-3);
        Assert.Equal(4.963243, high, 1e-3);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void There_is_one_for_few_customers_but_not_for_one(int customers, bool hasOne) =>
        Assert.Equal(hasOne, SmallSample.Interval(Of([.. Enumerable.Range(0, customers).Select(i => (double)i)])) is not null);

    private static FeatureProfile Of(params double[] values) =>
        SegmentProfile.Compute([new("Age", "Age", null, values, true)], [], new int[values.Length], 1)[0].Features[0];
}
