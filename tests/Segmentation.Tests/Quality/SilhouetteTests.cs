using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class SilhouetteTests
{
    [Fact]
    public void Four_points_on_a_line_by_hand()
    {
        var data = Matrix.FromColumns([[0, 1, 10, 12]]);
        double[] expected = [1 - 1 / 11.0, 1 - 1 / 10.0, 1 - 2 / 9.5, 1 - 2 / 11.5];
        var values = Silhouette.Values(data, [0, 0, 1, 1]);
        Assert.Equal(expected, values, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(expected.Average(), Silhouette.Mean(data, [0, 0, 1, 1])!.Value, 1e-6);
    }

    [Fact]
    public void A_row_alone_in_its_cluster_counts_zero()
    {
        var data = Matrix.FromColumns([[0, 1, 10]]);
        Assert.Equal(0, Silhouette.Values(data, [0, 0, 1])[2]);
        Assert.Equal((1 - 1 / 10.0 + 1 - 1 / 9.0) / 3, Silhouette.Mean(data, [0, 0, 1])!.Value, 1e-6);
    }

    [Fact]
    public void Noise_is_left_out()
    {
        var data = Matrix.FromColumns([[0, 1, 10, 12, 500]]);
        Assert.Equal(Silhouette.Mean(Matrix.FromColumns([[0, 1, 10, 12]]), [0, 0, 1, 1]), Silhouette.Mean(data, [0, 0, 1, 1, -1]));
        Assert.Equal(double.NaN, Silhouette.Values(data, [0, 0, 1, 1, -1])[4]);
    }

    [Fact]
    public void Fewer_than_two_clusters_have_none()
    {
        var data = Matrix.FromColumns([[0, 1, 10]]);
        Assert.Null(Silhouette.Mean(data, [0, 0, 0]));
        Assert.Null(Silhouette.Mean(data, [-1, -1, -1]));
        Assert.Null(Silhouette.Mean(data, [-1, 3, 3]));
        Assert.All(Silhouette.Values(data, [0, 0, 0]), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Values_agree_with_the_definition_and_stay_within_one() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(5) - 1)];
            if (labels.Where(label => label >= 0).Distinct().Count() < 2)
                return;
            var values = Silhouette.Values(data, labels);
            Assert.Equal(Reference.Silhouettes(data, labels), values, (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-5);
            Assert.All(values.Where(double.IsFinite), value => Assert.InRange(value, -1, 1));
        });

    [Fact]
    public void A_sample_comes_within_its_stated_error()
    {
        var data = Tables.Blobs(Silhouette.ExactRows + 1, 2, 4, seed: 4);
        var labels = Segmentation.Clustering.KMeans.Fit(data, 4, starts: 3).Labels;
        double exact = Silhouette.Values(data, labels, threads: 2).Average();
        Assert.Equal(exact, Silhouette.Mean(data, labels, threads: 2)!.Value, 4 * Silhouette.StandardError);
    }

    [Fact]
    public void The_threads_do_not_change_the_result()
    {
        var data = Tables.Blobs(5000, 3, 4, seed: 4);
        var labels = Segmentation.Clustering.KMeans.Fit(data, 4, starts: 3).Labels;
        Assert.Equal(Silhouette.Mean(data, labels, threads: 1), Silhouette.Mean(data, labels, threads: 4));
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1e30)]
    public void The_unit_does_not_matter(double unit) =>
        Assert.Equal(0.856163, Silhouette.Mean(Matrix.FromColumns([[0, unit, 10 * unit, 12 * unit]]), [0, 0, 1, 1])!.Value, 1e-5);

    [Fact]
    public void Labels_of_another_length_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Silhouette.Mean(Matrix.FromColumns([[1, 2]]), [0, 1, 1]));
}
