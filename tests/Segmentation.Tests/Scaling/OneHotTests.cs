using Segmentation.Scaling;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Scaling;

public sealed class OneHotTests
{
    private static readonly string?[] Words = ["b", null, "a", "a", "c", "a", "b", "a"];

    [Fact]
    public void Columns_are_those_of_scikit_learn()
    {
        var golden = QualityGolden.All.Scaling;
        Assert.Equal(golden.OneHot, OneHot.Fit(golden.Words, ScalingMethod.None).Columns(golden.Words));
    }

    [Fact]
    public void Missing_and_unknown_words_are_zero_in_all()
    {
        var words = OneHot.Fit(Words, ScalingMethod.None);
        Assert.Equal(["a", "b", "c"], words.Values);
        Assert.Equal([0, 1, 0], words.Row("b"));
        Assert.Equal([0, 0, 0], words.Row(null));
        Assert.Equal([0, 0, 0], words.Row("d"));
        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 0], words.Columns(Words)[1]);
    }

    [Theory]
    [InlineData(ScalingMethod.Standard, 1)]
    [InlineData(ScalingMethod.Robust, 3)]
    public void All_columns_together_vary_as_one_standardised_number(ScalingMethod method, double weight)
    {
        var scaled = Scaled(method, weight);
        double total = scaled.Sum(column => column.Average(x => Math.Pow(x - column.Average(), 2)));
        Assert.Equal(weight * weight, total, 1e-6);
    }

    [Fact]
    public void Two_words_lie_as_far_apart_as_the_ends_of_a_range()
    {
        var scaled = Scaled(ScalingMethod.MinMax, 2);
        Assert.Equal(2, Math.Sqrt(scaled.Sum(column => Math.Pow(column[0] - column[2], 2))), 1e-6);
    }

    [Fact]
    public void A_single_word_and_no_rows_do_not_divide_by_zero()
    {
        Assert.Equal(1, OneHot.Fit(["a", "a"], ScalingMethod.Standard).Factor);
        Assert.Empty(OneHot.Fit([], ScalingMethod.Standard).Values);
    }

    [Fact]
    public void Of_many_words_the_most_frequent_get_a_column()
    {
        string?[] words = [.. Enumerable.Range(1, 30).SelectMany(v => Enumerable.Repeat($"{v:00}", v))];
        Assert.Equal(Enumerable.Range(11, 20).Select(v => $"{v:00}"), OneHot.Fit(words, ScalingMethod.None).Values);
    }

    [Fact]
    public void A_scaler_takes_the_columns_after_its_numbers()
    {
        var words = OneHot.Fit(Words, ScalingMethod.None, weight: 2);
        var scaler = Scaler.Fit([[0, 10]], ScalingMethod.MinMax, [true]).With(words);
        Assert.Equal([1, 2, 0, 0], scaler.Transform([10, .. words.Row("a")]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([10, 1, 0, 0], scaler.Inverse([1, 2, 0, 0]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.5, 0], Scaler.Fit([[0, 10]], ScalingMethod.MinMax).With(OneHot.Fit(["x"], ScalingMethod.None)).Transform([5, 0]));
    }

    [Fact]
    public void Senseless_weights_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.Fit(["a"], ScalingMethod.None, 0));

    private static double[][] Scaled(ScalingMethod method, double weight)
    {
        var words = OneHot.Fit(Words, method, weight);
        return Tables.Columns(Scaler.Fit([], method).With(words).Transform(words.Columns(Words)));
    }
}
