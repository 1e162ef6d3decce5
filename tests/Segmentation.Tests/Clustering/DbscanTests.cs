using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class DbscanTests
{
    private static readonly Matrix Line = Matrix.FromColumns([[0, 2, 3, 4, 6, 8, 10]]);

    [Theory]
    // With one point enough, every row is a core point; at distance 1 only 2, 3 and 4 touch.
    [InlineData(1, new[] { 1, 0, 0, 0, 2, 3, 4 })]
    // With two, the lonely ones become noise.
    [InlineData(2, new[] { -1, 0, 0, 0, -1, -1, -1 })]
    // With three, only 3 is core; 2 and 4 are its border.
    [InlineData(3, new[] { -1, 0, 0, 0, -1, -1, -1 })]
    // With four, nothing is core.
    [InlineData(4, new[] { -1, -1, -1, -1, -1, -1, -1 })]
    public void A_line_at_distance_one(int minPoints, int[] labels) => Assert.Equal(labels, Dbscan.Fit(Line, 1, minPoints).Labels);

    [Theory]
    [InlineData(1, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(2, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(3, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    // 2, 3 and 4 see 0, 2, 3, 4 or 2, 3, 4, 6; 0 and 6 are border, 8 and 10 see no core point.
    [InlineData(4, new[] { 0, 0, 0, 0, 0, -1, -1 })]
    public void A_line_at_distance_two(int minPoints, int[] labels) => Assert.Equal(labels, Dbscan.Fit(Line, 2, minPoints).Labels);

    [Fact]
    public void Epsilon_includes_points_exactly_on_the_circle()
    {
        var circle = Matrix.FromRows([[0, 0], [3, 4], [-5, 0], [0, 5], [4, -3]]);
        Assert.Equal([0, 0, 0, 0, 0], Dbscan.Fit(circle, 5, 5).Labels);
        Assert.Equal([-1, -1, -1, -1, -1], Dbscan.Fit(circle, Math.BitDecrement(5.0), 5).Labels);
    }

    [Fact]
    public void A_border_row_joins_its_nearest_core_point()
    {
        // 1 and 5 are core; 3.25 is nearer to 5.
        var result = Dbscan.Fit(Matrix.FromColumns([[-1, 0, 1, 3.25, 5, 6, 7]]), 2.25, 4);
        Assert.Equal([1, 1, 1, 0, 0, 0, 0], result.Labels);
    }

    [Theory]
    [InlineData(new double[] { -1, 0, 1, 3, 5, 6, 7 })]
    [InlineData(new double[] { 7, 6, 5, 3, 1, 0, -1 })]
    public void A_border_row_between_equal_core_points_joins_the_lower_row(double[] column) =>
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Dbscan.Fit(Matrix.FromColumns([column]), 2, 4).Labels);

    [Fact]
    public void Clusters_agree_with_the_definition_in_any_dimension() =>
        Tables.ForAll((data, random) =>
        {
            double epsilon = 0.5 + random.NextBelow(8);
            int minPoints = 1 + random.NextBelow(6);
            var expected = Reference.Dbscan(data, epsilon, minPoints);
            CanonicalOrder.Apply(expected, ClusterMeans.Of(data, expected, ClusterSizes.Clusters(expected)));
            Assert.Equal(expected, Dbscan.Fit(data, epsilon, minPoints).Labels);
        }, maxRows: 300, maxColumns: 6, reach: 15);

    [Fact]
    public void Clusters_and_noise_do_not_depend_on_the_order_of_rows() =>
        Tables.ForAll((data, random) =>
        {
            var order = Tables.Shuffle(data.Rows, random);
            var cores = Reference.Cores(data, 2.5, 4);
            var straight = Dbscan.Fit(data, 2.5, 4).Labels;
            var shuffled = Dbscan.Fit(data.Gather(order), 2.5, 4).Labels;
            var kept = order.Index().Where(row => cores[row.Item] || straight[row.Item] < 0).ToList();
            Assert.Equal(kept.Select(row => straight[row.Item] < 0), kept.Select(row => shuffled[row.Index] < 0));
            AssertSamePartition([.. kept.Select(row => straight[row.Item])], [.. kept.Select(row => shuffled[row.Index])]);
        });

    [Fact]
    public void Moving_everything_changes_nothing() =>
        Tables.ForAll((data, random) =>
        {
            double shift = random.NextBelow(1000) - 500;
            var moved = Matrix.FromColumns([.. Tables.Columns(data).Select(column => Array.ConvertAll(column, x => x + shift))]);
            Assert.Equal(Dbscan.Fit(data, 2, 3).Labels, Dbscan.Fit(moved, 2, 3).Labels);
        });

    [Fact]
    public void A_row_and_its_duplicate_are_never_parted() =>
        Tables.ForAll((data, random) =>
        {
            int row = random.NextBelow(data.Rows);
            var doubled = Matrix.FromColumns([.. Tables.Columns(data).Select(column => (double[])[.. column, column[row]])]);
            var labels = Dbscan.Fit(doubled, 2, 3).Labels;
            Assert.Equal(labels[row], labels[^1]);
        });

    [Fact]
    public void The_threads_do_not_change_the_result()
    {
        var data = Tables.Blobs(20_000, 3, 6, seed: 3);
        var alone = Dbscan.Fit(data, 0.15, 8, threads: 1);
        Assert.InRange(alone.Clusters, 2, 1000);
        Assert.Equal(alone.Labels, Dbscan.Fit(data, 0.15, 8, threads: 4).Labels);
    }

    [Fact]
    public void Rows_that_are_all_equal_are_one_cluster()
    {
        var data = Matrix.FromColumns([Enumerable.Repeat(7.0, 1000).ToArray(), new double[1000]]);
        var result = Dbscan.Fit(data, 1e-9, 5);
        Assert.Equal(1, result.Clusters);
        Assert.All(result.Labels, label => Assert.Equal(0, label));
        Assert.Equal([7, 0], result.Centres[0]);
        Assert.Null(result.Wcss);
    }

    [Fact]
    public void One_row_is_noise_unless_it_suffices_alone()
    {
        var data = Matrix.FromRows([[1, 2]]);
        Assert.Equal([-1], Dbscan.Fit(data, 1, 2).Labels);
        Assert.Equal([0], Dbscan.Fit(data, 1, 1).Labels);
        Assert.Empty(Dbscan.Fit(data, 1, 2).Centres);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-20)]
    [InlineData(1e15)]
    [InlineData(1e30)]
    public void Very_large_and_very_small_units_give_the_same_clusters(double unit)
    {
        double[] line = [0, 2, 3, 4, 6, 8, 10];
        var data = Matrix.FromColumns([Array.ConvertAll(line, x => x * unit)]);
        Assert.Equal([0, 0, 0, 0, 0, -1, -1], Dbscan.Fit(data, 2.00001 * unit, 4).Labels);
    }

    [Fact]
    public void Tiny_distances_count_beside_huge_values()
    {
        var data = Matrix.FromRows([[1e15, 0], [1e15, 1e-9], [1e15, 2e-9], [0, 0], [0, 1e-9], [0, 5e-9]]);
        Assert.Equal([0, 0, 0, 1, 1, -1], Dbscan.Fit(data, 1.0001e-9, 2).Labels);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(-1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(double.PositiveInfinity, 5)]
    [InlineData(1, 0)]
    public void Senseless_settings_are_refused(double epsilon, int minPoints) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dbscan.Fit(Line, epsilon, minPoints));

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        Dbscan.Fit(Tables.Blobs(20_000, 2, 4, seed: 1), 0.2, 5, threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(200_000, 5, 3, seed: 1);
        Cancelling.StopsSoon(cancellation => Dbscan.Fit(data, 1.5, 5000, cancellation: cancellation), after: 100);
    }

    internal static void AssertSamePartition(int[] a, int[] b)
    {
        var pairs = a.Zip(b).Distinct().ToList();
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.First).Count());
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.Second).Count());
    }
}
