using Segmentation.Scaling;

namespace Segmentation.Tests.Scaling;

public sealed class ScalerTests
{
    private static readonly double[][] Columns = [[1, 2, 3, 4], [7, 7, 7, 7]];

    [Fact]
    public void Standard_divides_by_the_population_deviation()
    {
        var scaler = Scaler.Fit(Columns, ScalingMethod.Standard);
        Assert.Equal(2.5, scaler.Offsets[0]);
        Assert.Equal(Math.Sqrt(1.25), scaler.Factors[0], 1e-15);
        Assert.Equal((float)(-1.5 / Math.Sqrt(1.25)), scaler.Transform(Columns)[0, 0]);
    }

    [Fact]
    public void Min_max_reaches_from_zero_to_one()
    {
        var scaled = Scaler.Fit(Columns, ScalingMethod.MinMax).Transform(Columns);
        Assert.Equal([0, (float)(1 / 3.0), (float)(2 / 3.0), 1], scaled.Column(0).ToArray());
    }

    [Fact]
    public void Robust_uses_median_and_quartiles()
    {
        var scaler = Scaler.Fit([[1, 2, 3, 4, 1000]], ScalingMethod.Robust);
        Assert.Equal(3, scaler.Offsets[0]);
        Assert.Equal(2, scaler.Factors[0]);
    }

    [Fact]
    public void None_changes_nothing() =>
        Assert.Equal([1, 2, 3, 4], Scaler.Fit(Columns, ScalingMethod.None).Transform(Columns).Column(0).ToArray());

    [Theory]
    [InlineData(ScalingMethod.None)]
    [InlineData(ScalingMethod.Standard)]
    [InlineData(ScalingMethod.MinMax)]
    [InlineData(ScalingMethod.Robust)]
    public void A_constant_column_keeps_the_factor_one(ScalingMethod method) => Assert.Equal(1, Scaler.Fit(Columns, method).Factors[1]);

    [Fact]
    public void A_constant_that_a_sum_rounds_is_still_constant()
    {
        var scaler = Scaler.Fit([Enumerable.Repeat(0.1, 1001).ToArray()], ScalingMethod.Standard);
        Assert.Equal(1, scaler.Factors[0]);
        Assert.Equal(0, scaler.Transform([0.1])[0], 1e-12);
    }

    [Theory]
    [InlineData(ScalingMethod.Standard)]
    [InlineData(ScalingMethod.MinMax)]
    [InlineData(ScalingMethod.Robust)]
    public void Inverse_undoes_the_scaling_of_a_row(ScalingMethod method)
    {
        var scaler = Scaler.Fit(Columns, method);
        Assert.Equal([3.25, 9], scaler.Inverse(scaler.Transform([3.25, 9])), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        var scaler = Scaler.Fit(Columns, ScalingMethod.MinMax);
        var error = Assert.Throws<NotFiniteValueException>(() => scaler.Transform([[1, 2], [3, double.NaN]]));
        Assert.Equal((1, 1), (error.Row, error.Column));
    }
}
