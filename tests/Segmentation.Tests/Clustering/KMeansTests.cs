using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Tests.Clustering;

public sealed class KMeansTests
{
    [Fact]
    public void Two_plain_groups_are_found_with_centres_and_sum()
    {
        var result = KMeans.Fit(Matrix.FromRows([[0, 0], [0, 2], [10, 0], [10, 2], [10, 1]]), 2);
        Assert.Equal([1, 1, 0, 0, 0], result.Labels);
        Assert.Equal([[10, 1], [0, 1]], result.Centres);
        Assert.Equal(4, result.Wcss);
        Assert.Equal(2, result.Clusters);
    }

    [Fact]
    public void Clusters_of_one_size_are_ordered_by_centre()
    {
        var result = KMeans.Fit(Matrix.FromColumns([[9, 9, 1, 1, 5, 5]]), 3);
        Assert.Equal([2, 2, 0, 0, 1, 1], result.Labels);
    }

    [Fact]
    public void Every_row_is_labelled_with_its_nearest_centre() =>
        Tables.ForAll((data, random) =>
        {
            var result = KMeans.Fit(data, 1 + random.NextBelow(6), starts: 3, seed: random.NextBelow(1000));
            for (int i = 0; i < data.Rows; i++)
            {
                var distances = result.Centres.Select(centre => ExactDistance.Squared(data, i, centre)).ToArray();
                Assert.Equal(Array.IndexOf(distances, distances.Min()), result.Labels[i]);
            }
            Assert.Equal(Enumerable.Range(0, result.Clusters), result.Labels.Distinct().Order());
        });

    [Fact]
    public void Centres_are_the_means_of_their_rows() =>
        Tables.ForAll((data, random) =>
        {
            var result = KMeans.Fit(data, 1 + random.NextBelow(6), starts: 2);
            var means = ClusterMeans.Of(data, result.Labels, result.Clusters);
            Assert.Equal(means.SelectMany(mean => mean), result.Centres.SelectMany(centre => centre));
            Assert.Equal(WithinClusterSumOfSquares.Of(data, result.Labels), result.Wcss!.Value, 1e-9 * (1 + result.Wcss.Value));
        });

    [Fact]
    public void The_sum_of_squares_never_rises_over_iterations() =>
        Tables.ForAll((data, random) =>
        {
            var centres = Enumerable.Range(0, 4).Select(_ => data.Row(random.NextBelow(data.Rows))).ToArray();
            double before = double.PositiveInfinity;
            for (int iterations = 1; iterations <= 8; iterations++)
            {
                double wcss = KMeans.FitFrom(data, centres, iterations).Wcss!.Value;
                Assert.True(wcss <= before + 1e-9 * (1 + wcss), $"Iteration {iterations} rose from {before} to {wcss}.");
                before = wcss;
            }
        });

    [Fact]
    public void More_clusters_than_distinct_rows_become_fewer() =>
        Tables.ForAll((data, _) =>
        {
            int distinct = Enumerable.Range(0, data.Rows).Select(i => string.Join(' ', data.Row(i))).Distinct().Count();
            var result = KMeans.Fit(data, distinct + 3, starts: 2);
            Assert.Equal(distinct, result.Clusters);
            Assert.Equal(0, result.Wcss);
        }, maxRows: 40, maxColumns: 2, reach: 4);

    [Fact]
    public void As_many_clusters_as_rows_leave_no_distance()
    {
        var result = KMeans.Fit(Matrix.FromColumns([[1, 2, 4, 8, 16]]), 5);
        Assert.Equal([0, 1, 2, 3, 4], result.Labels);
        Assert.Equal(0, result.Wcss);
    }

    [Fact]
    public void One_row_is_one_cluster()
    {
        var result = KMeans.Fit(Matrix.FromRows([[3, 4]]), 5);
        Assert.Equal([0], result.Labels);
        Assert.Equal([[3, 4]], result.Centres);
    }

    [Fact]
    public void Rows_that_are_all_equal_are_one_cluster()
    {
        var result = KMeans.Fit(Matrix.FromColumns([Enumerable.Repeat(0.1, 20_000).ToArray()]), 4);
        Assert.Equal(1, result.Clusters);
        Assert.Equal(0, result.Wcss);
    }

    [Fact]
    public void Rare_rows_that_a_sample_would_miss_get_their_clusters()
    {
        var column = new double[100_000];
        (column[70_000], column[70_001]) = (5, 9);
        var result = KMeans.Fit(Matrix.FromColumns([column]), 3);
        Assert.Equal([0, 5, 9], result.Centres.Select(centre => centre[0]));
    }

    [Fact]
    public void Huge_and_tiny_columns_stand_side_by_side()
    {
        var result = KMeans.Fit(Matrix.FromRows([[1e15, 1e-9], [1e15, 2e-9], [-1e15, 1e-9], [-1e15, 2e-9]]), 2);
        Assert.Equal([1, 1, 0, 0], result.Labels);
        Assert.All(result.Centres, centre => Assert.All(centre, x => Assert.True(double.IsFinite(x))));
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1e30)]
    public void The_unit_does_not_matter(double unit)
    {
        double[] column = [1, 2, 3, 11, 12, 13, 31, 32];
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2], KMeans.Fit(Matrix.FromColumns([Array.ConvertAll(column, x => x * unit)]), 3).Labels);
    }

    [Fact]
    public void Data_far_from_the_origin_keeps_its_digits()
    {
        double[] column = [1, 2, 3, 11, 12, 13, 31, 32];
        var result = KMeans.Fit(Matrix.FromColumns([Array.ConvertAll(column, x => x + 10_000_000)]), 3);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2], result.Labels);
        Assert.Equal(4.5, result.Wcss);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void The_same_seed_gives_the_same_result_whatever_the_threads(int rows)
    {
        var data = Tables.Blobs(rows, 3, 7, seed: 5);
        var alone = KMeans.Fit(data, 6, starts: 5, seed: 9, threads: 1);
        var together = KMeans.Fit(data, 6, starts: 5, seed: 9, threads: 4);
        Assert.Equal(alone.Labels, together.Labels);
        Assert.Equal(alone.Centres, together.Centres);
        Assert.Equal(alone.Wcss, together.Wcss);
    }

    [Fact]
    public void The_data_is_not_touched()
    {
        var data = Tables.Blobs(500, 3, 4, seed: 2);
        var before = Tables.Columns(data);
        KMeans.Fit(data, 4);
        Dbscan.Fit(data, 0.5);
        Silhouette.Mean(data, new int[500]);
        Assert.Equal(before, Tables.Columns(data));
    }

    [Fact]
    public void Senseless_settings_are_refused()
    {
        var data = Matrix.FromColumns([[1, 2]]);
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(data, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(data, 2, starts: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(data, 2, maxIterations: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrix.FromColumns([[]]), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrix.FromColumns([]), 2));
        Assert.Throws<ArgumentException>(() => KMeans.FitFrom(data, [[1, 2]]));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public void Progress_rises_from_zero_to_one(int rows)
    {
        var reports = new Reports();
        KMeans.Fit(Tables.Blobs(rows, 2, 4, seed: 1), 4, threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(400_000, 8, 20, seed: 1);
        Cancelling.StopsSoon(cancellation => KMeans.Fit(data, 40, starts: 5000, cancellation: cancellation), after: 100);
    }
}
