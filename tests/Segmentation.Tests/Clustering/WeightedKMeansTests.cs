using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Tests.Clustering;

public sealed class WeightedKMeansTests
{
    [Fact]
    public void A_weight_pulls_the_centre()
    {
        var result = KMeans.Fit(Matrix.FromColumns([[0, 1, 10]]), [3, 1, 1], 2);
        Assert.Equal([0, 0, 1], result.Labels);
        Assert.Equal([[0.25], [10]], result.Centres);
        Assert.Equal(0.75, result.Wcss!.Value, 12);
    }

    [Fact]
    public void The_heavier_cluster_comes_first_whatever_its_rows() =>
        Assert.Equal([1, 1, 1, 0], KMeans.Fit(Matrix.FromColumns([[1, 2, 3, 50]]), [1, 1, 1, 9], 2).Labels);

    [Fact]
    public void A_whole_weight_counts_as_so_many_equal_rows() =>
        Tables.ForAll((data, random) =>
        {
            double[] weights = [.. Enumerable.Range(0, data.Rows).Select(_ => 1.0 + random.NextBelow(4))];
            int k = 1 + random.NextBelow(4);
            double[][] rows = [.. Enumerable.Range(0, data.Rows).Select(data.Row)];
            var repeated = Matrix.FromRows([.. rows.SelectMany((row, i) => Enumerable.Repeat(row, (int)weights[i]))]);

            var result = KMeans.Fit(data, weights, k, starts: 5);

            // Each centre is where the repeated rows of its cluster have theirs, and the sums are the same.
            int[] labels = [.. result.Labels.SelectMany((label, i) => Enumerable.Repeat(label, (int)weights[i]))];
            var means = ClusterMeans.Of(repeated, labels, result.Clusters);
            double scale = 1 + rows.Max(row => row.Max(Math.Abs));
            Assert.All(means.Zip(result.Centres), pair => Assert.All(pair.First.Zip(pair.Second), x => Assert.Equal(x.First, x.Second, 1e-9 * scale)));
            Assert.Equal(WithinClusterSumOfSquares.Of(repeated, labels), result.Wcss!.Value, 1e-9 * (1 + result.Wcss.Value));
        });

    [SkippableFact]
    public void Equal_weights_find_the_published_mall_segments()
    {
        var data = Mall.Standard(Mall.Income, Mall.Spending);
        var result = KMeans.Fit(data, Enumerable.Repeat(1.0, data.Rows).ToArray(), 5);
        Assert.Equal(KMeans.Fit(data, 5).Labels, result.Labels);
        Assert.Equal(KMeans.Fit(data, 5).Wcss!.Value, result.Wcss!.Value, 1e-9 * result.Wcss.Value);
    }

    [Fact]
    public void A_row_of_weight_0_has_a_label_and_no_say()
    {
        var result = KMeans.Fit(Matrix.FromColumns([[0, 2, 100]]), [1, 1, 0], 1);
        Assert.Equal([0, 0, 0], result.Labels);
        Assert.Equal([[1]], result.Centres);
    }

    [Fact]
    public void Threads_change_nothing() =>
        Tables.ForAll((data, random) =>
        {
            double[] weights = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextDouble() + 0.1)];
            var one = KMeans.Fit(data, weights, 3, starts: 3);
            var five = KMeans.Fit(data, weights, 3, starts: 3, threads: 5);
            Assert.Equal(one.Labels, five.Labels);
            Assert.Equal(one.Wcss, five.Wcss);
        });

    [Theory]
    [InlineData(new[] { 1.0, 1 }, "3 rows need as many weights, not 2.")]
    [InlineData(new[] { 1.0, -1, 1 }, "The weight of row 1 is -1.")]
    [InlineData(new[] { 1.0, 1, double.NaN }, "The weight of row 2 is NaN.")]
    [InlineData(new[] { 0.0, 0, 0 }, "No row has a weight above 0.")]
    public void Weights_that_cannot_be_are_refused_by_row(double[] weights, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => KMeans.Fit(Matrix.FromColumns([[1, 2, 3]]), weights, 2)).Message);
}
