using Segmentation.Kernels;

namespace Segmentation.Tests.Kernels;

public sealed class GradientHistogramTests
{
    [Fact]
    public void Sums_per_bin_are_those_of_the_rows_and_the_rest_is_the_other_rows()
    {
        var random = new SplitMix(5);
        const int Rows = 300, Columns = 3;
        byte[] cells = [.. Enumerable.Range(0, Rows * Columns).Select(_ => (byte)random.NextBelow(256))];
        float[] pairs = [.. Enumerable.Range(0, 2 * Rows).Select(_ => random.NextBelow(64) / 8f)];
        int[] part = random.Sample(Rows, 100), all = [.. Enumerable.Range(0, Rows)];
        double[] whole = Histogram(all), some = Histogram(part);
        Assert.Equal(Plain(all), whole);
        Assert.Equal(Plain(part), some);
        GradientHistogram.Subtract(whole, some);
        Assert.Equal(Plain([.. all.Except(part)]), whole);
        Assert.Equal((part.Sum(i => (double)pairs[2 * i]), part.Sum(i => (double)pairs[2 * i + 1])), GradientHistogram.Total(part, pairs));

        double[] Histogram(int[] rows)
        {
            var sums = new double[Columns * GradientHistogram.DoublesPerColumn];
            GradientHistogram.Add(rows, pairs, cells, Columns, sums);
            return sums;
        }

        double[] Plain(int[] rows)
        {
            var sums = new double[Columns * GradientHistogram.DoublesPerColumn];
            foreach (int i in rows)
            {
                for (int j = 0; j < Columns; j++)
                {
                    int bin = j * GradientHistogram.DoublesPerColumn + 2 * cells[i * Columns + j];
                    sums[bin] += pairs[2 * i];
                    sums[bin + 1] += pairs[2 * i + 1];
                }
            }
            return sums;
        }
    }
}
