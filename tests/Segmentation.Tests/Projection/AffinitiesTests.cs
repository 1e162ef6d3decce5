using Segmentation.Projection;

namespace Segmentation.Tests.Projection;

public sealed class AffinitiesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public void Weights_are_those_of_the_definition(double perplexity)
    {
        var data = Tables.Blobs(60, 2, 2, seed: 3);
        var affinities = Of(data, 59, perplexity);
        var expected = Definition(data, perplexity);
        for (int i = 0; i < data.Rows; i++)
        {
            for (int e = affinities.Starts[i]; e < affinities.Starts[i + 1]; e++)
                Assert.Equal(expected[i, affinities.Columns[e]], affinities.Weights[e], 1e-6);
        }
    }

    [Fact]
    public void They_add_up_to_one_and_go_both_ways_alike() =>
        Tables.ForAll((data, _) =>
        {
            if (data.Rows < 5)
                return;
            var affinities = Of(data, Math.Min(data.Rows - 1, 10), 3);
            Assert.Equal(1, affinities.Weights.Sum(weight => (double)weight), 1e-5);
            var entries = Enumerable.Range(0, data.Rows)
                .SelectMany(i => Enumerable.Range(affinities.Starts[i], affinities.Starts[i + 1] - affinities.Starts[i]).Select(e => (Row: i, Entry: e)))
                .ToDictionary(cell => (cell.Row, affinities.Columns[cell.Entry]), cell => affinities.Weights[cell.Entry]);
            Assert.All(entries, entry => Assert.Equal(entry.Value, entries[(entry.Key.Item2, entry.Key.Row)]));
        });

    private static Affinities Of(Matrix data, int count, double perplexity) =>
        Affinities.Of(NearestNeighbours.Of(data, count, 1, new ProgressCount(null, 1), default), data.Rows, perplexity, 1, default);

    private static double[,] Definition(Matrix data, double perplexity)
    {
        int n = data.Rows;
        var weights = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            var conditional = Conditional(data, i, perplexity);
            for (int j = 0; j < n; j++)
            {
                weights[i, j] += conditional[j] / (2 * n);
                weights[j, i] += conditional[j] / (2 * n);
            }
        }
        return weights;
    }

    private static double[] Conditional(Matrix data, int i, double perplexity)
    {
        double low = 1e-6, high = 1e6;
        double[] shares = [];
        for (int step = 0; step < 200; step++)
        {
            double precision = Math.Sqrt(low * high);
            double[] raw = [.. Enumerable.Range(0, data.Rows).Select(j => j == i ? 0 : Math.Exp(-precision * ExactDistance.Squared(data, i, j)))];
            shares = [.. raw.Select(x => x / raw.Sum())];
            bool wide = -shares.Where(p => p > 0).Sum(p => p * Math.Log(p)) > Math.Log(perplexity);
            (low, high) = wide ? (precision, high) : (low, precision);
        }
        return shares;
    }
}
