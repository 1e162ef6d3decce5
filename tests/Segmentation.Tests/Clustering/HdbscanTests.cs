using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class HdbscanTests
{
    // 100 is alone, and at distance 8 the rest falls into two clusters, which die at distance 1.
    private static readonly Matrix TwoGroups = Matrix.FromColumns([[0, 1, 2, 10, 11, 12, 100]]);

    [Fact]
    public void Two_groups_and_a_lonely_row_by_hand()
    {
        var result = Hdbscan.Fit(TwoGroups, 3, 2);
        Assert.Equal([0, 0, 0, 1, 1, 1, -1], result.Clustering.Labels);
        Assert.Equal([1.0, 1, 1, 1, 1, 1, 0], result.Memberships);
        Assert.Equal([3 * (1 - 1 / 8.0), 3 * (1 - 1 / 8.0)], result.Stabilities, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([[1], [11]], result.Clustering.Centres);
        Assert.Null(result.Clustering.Wcss);
    }

    [Fact]
    public void Membership_is_how_dense_a_row_still_holds_to_its_cluster()
    {
        // 4 leaves its cluster at distance 2, the others at 1.
        var result = Hdbscan.Fit(Matrix.FromColumns([[0, 1, 2, 4, 20, 21, 22]]), 3, 2);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], result.Clustering.Labels);
        Assert.Equal([1, 1, 1, 0.5, 1, 1, 1], result.Memberships, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(3 * (1 - 1 / 16.0) + (1 / 2.0 - 1 / 16.0), result.Stabilities[0], 1e-9);
    }

    [Fact]
    public void Clusters_memberships_and_stabilities_agree_with_the_definition() =>
        Tables.ForAll((data, random) =>
        {
            int minClusterSize = 2 + random.NextBelow(5), minPoints = 1 + random.NextBelow(6);
            var expected = HdbscanReference.Fit(data, minClusterSize, minPoints);
            var found = Hdbscan.Fit(data, minClusterSize, minPoints);
            Assert.Equal(expected.Labels, found.Clustering.Labels);
            Assert.Equal(expected.Memberships, found.Memberships, (a, b) => Math.Abs(a - b) < 1e-9);
            var stabilities = found.Clustering.Labels.Select(label => label < 0 ? 0 : found.Stabilities[label]);
            Assert.Equal(expected.StabilityOfRows, stabilities, (a, b) => Math.Abs(a - b) < 1e-9 * (1 + a));
        }, maxRows: 50, maxColumns: 3);

    [Fact]
    public void Clusters_of_different_density_are_found_at_once()
    {
        double[] dense = [.. Enumerable.Range(0, 40).Select(i => i * 0.01)], sparse = [.. Enumerable.Range(0, 40).Select(i => 10.0 + i)];
        var labels = Hdbscan.Fit(Matrix.FromColumns([[.. dense, .. sparse]])).Clustering.Labels;
        Assert.Equal([.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 40)], labels);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Tables.ForAll((data, random) =>
        {
            var order = Tables.Shuffle(data.Rows, random);
            var (straight, shuffled) = (Hdbscan.Fit(data, 3), Hdbscan.Fit(data.Gather(order), 3));
            DbscanTests.AssertSamePartition([.. order.Select(row => straight.Clustering.Labels[row])], shuffled.Clustering.Labels);
            Assert.Equal(order.Select(row => straight.Memberships[row]), shuffled.Memberships);
        });

    [Fact]
    public void Every_cluster_has_its_least_size_and_noise_has_no_membership() =>
        Tables.ForAll((data, random) =>
        {
            int minClusterSize = 2 + random.NextBelow(6);
            var result = Hdbscan.Fit(data, minClusterSize);
            Assert.All(ClusterSizes.Of(result.Clustering.Labels, result.Clustering.Clusters), size => Assert.True(size >= minClusterSize));
            Assert.All(result.Clustering.Labels.Zip(result.Memberships), row => Assert.Equal(row.First < 0, row.Second == 0));
            Assert.All(result.Memberships, share => Assert.InRange(share, 0, 1));
        });

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-9)]
    [InlineData(1e15)]
    [InlineData(1e30)]
    public void The_unit_does_not_matter_but_to_the_stability(double unit)
    {
        var scaled = Matrix.FromColumns([[.. TwoGroups.Column(0).ToArray().Select(x => x * unit)]]);
        var result = Hdbscan.Fit(scaled, 3, 2);
        Assert.Equal([0, 0, 0, 1, 1, 1, -1], result.Clustering.Labels);
        Assert.Equal(2.625, result.Stabilities[0] * unit, 1e-5);
    }

    [Fact]
    public void Tiny_distances_count_beside_huge_values()
    {
        var data = Matrix.FromRows([[1e15, 0], [1e15, 1e-9], [1e15, 2e-9], [0, 0], [0, 1e-9], [0, 2e-9]]);
        Assert.Equal([1, 1, 1, 0, 0, 0], Hdbscan.Fit(data, 3, 2).Clustering.Labels);
    }

    [Fact]
    public void Data_that_does_not_fall_apart_is_noise()
    {
        int[] noise = Enumerable.Repeat(-1, 100).ToArray();
        Assert.Equal(noise, Hdbscan.Fit(Matrix.FromColumns([Enumerable.Repeat(7.0, 100).ToArray()])).Clustering.Labels);
        Assert.Equal(noise, Hdbscan.Fit(Matrix.FromColumns([Enumerable.Range(0, 100).Select(i => (double)i).ToArray()])).Clustering.Labels);
        Assert.Equal([-1], Hdbscan.Fit(Matrix.FromRows([[1, 2]])).Clustering.Labels);
        Assert.Equal([-1, -1, -1], Hdbscan.Fit(Matrix.FromColumns([[1, 2, 9]]), 5).Clustering.Labels);
    }

    [Fact]
    public void Many_equal_rows_are_a_cluster_beside_others()
    {
        double[] column = [.. Enumerable.Repeat(7.0, 500), .. Enumerable.Repeat(9.0, 300), 100];
        var result = Hdbscan.Fit(Matrix.FromColumns([column]), 10);
        Assert.Equal([500, 300], ClusterSizes.Of(result.Clustering.Labels, 2));
        Assert.Equal(-1, result.Clustering.Labels[^1]);
        Assert.All(result.Stabilities, stability => Assert.True(double.IsFinite(stability)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(64)]
    public void Clouds_are_found_in_any_dimension(int columns)
    {
        var data = Tables.Blobs(600, columns, 3, seed: 12);
        Assert.Equal(3, Hdbscan.Fit(data, 30).Clustering.Clusters);
    }

    [Fact]
    public void The_threads_do_not_change_the_result()
    {
        var data = Tables.Blobs(20_000, 3, 6, seed: 3);
        var alone = Hdbscan.Fit(data, 20, threads: 1);
        Assert.InRange(alone.Clustering.Clusters, 2, 1000);
        foreach (int threads in new[] { 2, 5 })
        {
            var together = Hdbscan.Fit(data, 20, threads: threads);
            Assert.Equal(alone.Clustering.Labels, together.Clustering.Labels);
            Assert.Equal(alone.Memberships, together.Memberships);
            Assert.Equal(alone.Stabilities, together.Stabilities);
        }
    }

    [Fact]
    public void Inputs_are_not_modified()
    {
        var data = Tables.Blobs(300, 2, 3, seed: 5);
        var before = Tables.Columns(data);
        Hdbscan.Fit(data);
        Assert.Equal(before, Tables.Columns(data));
    }

    [Fact]
    public void Senseless_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(TwoGroups, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(TwoGroups, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(Matrix.FromColumns([[]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(Matrix.FromColumns([])));
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        Hdbscan.Fit(Tables.Blobs(20_000, 2, 4, seed: 1), threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(300_000, 5, 3, seed: 1);
        Cancelling.StopsSoon(cancellation => Hdbscan.Fit(data, 50, cancellation: cancellation), after: 100);
    }
}
