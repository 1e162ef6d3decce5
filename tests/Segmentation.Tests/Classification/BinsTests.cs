using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class BinsTests
{
    [Fact]
    public void Few_values_have_a_bin_each()
    {
        var bins = new Bins(Matrix.FromColumns([[3, 1, 2, 1, 3]]), 1, default);
        Assert.Equal(3, bins.Count(0));
        Assert.Equal([2, 0, 1, 0, 2], bins.Cells(0).ToArray());
        Assert.Equal((1.5f, 2f), (bins.Cut(0, 0, 1), bins.Cut(0, 0, 2)));
    }

    [Theory]
    [InlineData(257)]
    [InlineData(10_000)]
    [InlineData(200_000)]
    public void Many_values_share_bins_of_about_one_size_in_order(int rows)
    {
        var random = new SplitMix(rows);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
        var bins = new Bins(Matrix.FromColumns([values]), 1, default);
        Assert.InRange(bins.Count(0), 129, Bins.Most);
        var sizes = bins.Cells(0).ToArray().CountBy(cell => cell).Select(cell => cell.Value).ToList();
        Assert.Equal(bins.Count(0), sizes.Count);
        Assert.True(sizes.Max() <= Math.Max(2, 2 * rows / Bins.Most), $"{sizes.Max()}");
        for (int bin = 1; bin < bins.Count(0); bin++)
        {
            var (high, low) = bins.Gap(0, bin - 1, bin);
            Assert.True(high < low && bins.Cut(0, bin - 1, bin) >= high && bins.Cut(0, bin - 1, bin) < low);
        }
    }

    [Fact]
    public void A_value_that_most_rows_have_leaves_bins_for_the_others()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => i < 9_000 ? 0.0 : i)];
        Assert.InRange(new Bins(Matrix.FromColumns([values]), 1, default).Count(0), 200, Bins.Most);
    }

    [Fact]
    public void A_cut_between_neighbouring_floats_keeps_them_apart()
    {
        float next = MathF.BitIncrement(1);
        var bins = new Bins(Matrix.FromColumns([[1, next]]), 1, default);
        Assert.True(bins.Cut(0, 0, 1) >= 1 && bins.Cut(0, 0, 1) < next);
    }

    [Fact]
    public void Extreme_floats_have_a_finite_cut() =>
        Assert.Equal(0, new Bins(Matrix.FromColumns([[float.MinValue, float.MaxValue]]), 1, default).Cut(0, 0, 1));
}
