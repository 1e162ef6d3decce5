using Segmentation.Kernels;

namespace Segmentation.Tests.Kernels;

public sealed class SoftmaxRowsTests
{
    [Fact]
    public void Scores_and_probabilities_are_those_of_the_definition()
    {
        var random = new SplitMix(3);
        double[] columns = [.. Enumerable.Range(0, 3 * 16).Select(_ => 4 * random.NextDouble() - 2)];
        double[][] weights = [[1, -2, 3], [0.5, 0, -1], [100, 200, 300], [-1, -1, -1]];
        var scores = new double[4 * 16];
        var logSums = new double[16];
        for (int c = 0; c < 4; c++)
            SoftmaxRows.Score(columns, weights[c], c, scores.AsSpan(c * 16, 16));
        double[] before = [.. scores];
        SoftmaxRows.Normalise(scores, 4, logSums);
        for (int i = 0; i < 16; i++)
        {
            double[] row = [.. weights.Select((w, c) => c + w[0] * columns[i] + w[1] * columns[16 + i] + w[2] * columns[32 + i])];
            double log = row.Max() + Math.Log(row.Sum(score => Math.Exp(score - row.Max())));
            Assert.Equal(log, logSums[i], 1e-12 * Math.Abs(log) + 1e-12);
            for (int c = 0; c < 4; c++)
            {
                Assert.Equal(row[c], before[c * 16 + i], 1e-11);
                Assert.Equal(Math.Exp(row[c] - log), scores[c * 16 + i], 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    public void Products_are_added_column_by_column(int rows)
    {
        var random = new SplitMix(4);
        double[] columns = [.. Enumerable.Range(0, 3 * rows).Select(_ => random.NextBelow(100) / 4.0)], factors = [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(100) / 4.0)];
        double[] sums = [1, 2, 3];
        SoftmaxRows.AddProducts(columns, factors, sums);
        Assert.Equal([.. Enumerable.Range(0, 3).Select(j => j + 1 + factors.Select((factor, i) => factor * columns[j * rows + i]).Sum())], sums);
    }
}
