using System.Text.Json;
using Segmentation.Scaling;
using Segmentation.Tests.Golden;

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

    [Theory]
    [InlineData(ScalingMethod.Standard)]
    [InlineData(ScalingMethod.MinMax)]
    [InlineData(ScalingMethod.Robust)]
    public void Scaled_columns_agree_with_scikit_learn(ScalingMethod method)
    {
        var golden = QualityGolden.All.Scaling;
        AssertNear(golden.Scaled[$"{method}"], Scaler.Fit([golden.Column], method).Transform([golden.Column]));
        AssertNear(golden.LogScaled[$"{method}"], Scaler.Fit([golden.Column], method, [true]).Transform([golden.Column]));
    }

    [Fact]
    public void A_logarithm_is_of_one_more_and_keeps_zero_and_small_numbers()
    {
        var scaler = Scaler.Fit([[0, 1e-12, Math.E - 1]], ScalingMethod.None, [true]);
        Assert.Equal([0], scaler.Transform([0]));
        Assert.Equal(1e-12, scaler.Transform([1e-12])[0], 1e-24);
        Assert.Equal(1, scaler.Transform([Math.E - 1])[0], 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.75)]
    [InlineData(3e-14)]
    [InlineData(1e9)]
    public void Inverse_undoes_a_logarithm(double x)
    {
        var scaler = Scaler.Fit([[0, 1, 100]], ScalingMethod.Standard, [true]);
        Assert.Equal(x, scaler.Inverse(scaler.Transform([x]))[0], 1e-12 * Math.Max(1, Math.Abs(x)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    public void A_number_without_logarithm_is_named(double bad)
    {
        var error = Assert.Throws<NotFiniteValueException>(() => Scaler.Fit([[1, 2, 3], [0, 4, bad]], ScalingMethod.Standard, [false, true]));
        Assert.Equal((2, 1), (error.Row, error.Column));
    }

    [Fact]
    public void A_weight_widens_its_column()
    {
        var scaler = Scaler.Fit([[1, 2, 3, 4], [1, 2, 3, 4], [5, 5, 5, 5]], ScalingMethod.Standard, weights: [1, 2.5, 3]);
        var row = scaler.Transform([4, 4, 6]);
        Assert.Equal(2.5 * row[0], row[1], 1e-15);
        Assert.Equal(3, row[2], 1e-15);
        AssertNear([4, 4, 6], scaler.Inverse(row));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scaler.Fit([[1]], ScalingMethod.None, weights: [0]));
    }

    [Fact]
    public void A_scaler_stored_before_logarithms_can_be_read()
    {
        var old = JsonSerializer.Deserialize<Scaler>("""{"Method":1,"Offsets":[2],"Factors":[4]}""")!;
        Assert.Equal([0.5], old.Transform([4]));
        var stored = JsonSerializer.Deserialize<Scaler>(JsonSerializer.Serialize(Scaler.Fit([[0, 9]], ScalingMethod.MinMax, [true])))!;
        Assert.Equal(1, stored.Transform([9])[0], 1e-15);
    }

    private static void AssertNear(double[] expected, Matrix actual) => AssertNear(expected, Tables.Columns(actual)[0]);

    private static void AssertNear(double[] expected, double[] actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-6 * Math.Max(1, Math.Abs(a)));
}
