using Segmentation.Clustering;
using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class BootstrapStabilityTests
{
    public static TheoryData<string> Names => QualityGolden.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Mean_coefficients_are_those_of_four_hundred_bootstraps_elsewhere(string name)
    {
        var golden = QualityGolden.On(name).Bootstrap;
        var data = Matrix.FromColumns(TestData.Bench(name));
        var stability = OfKMeans(data, KMeans.Fit(data, golden.K), golden.K, repeats: 200);
        for (int c = 0; c < golden.K; c++)
        {
            double error = Math.Sqrt(1.0 / golden.Repeats + 1.0 / 200) * golden.Deviations[c];
            Assert.Equal(golden.Means[c], stability.Clusters[c].Mean, 5 * error + 5e-3);
        }
    }

    [Fact]
    public void A_clustering_that_never_changes_is_very_stable()
    {
        var data = Matrix.FromColumns([[0, 0, 0, 1, 1, 1, 1, 2, 2, 2]]);
        int[] labels = [1, 1, 1, 0, 0, 0, 0, -1, -1, -1];
        var stability = BootstrapStability.Of(data, labels, (rows, _) => [.. Values(rows).Select(x => (int)x == 2 ? -1 : (int)x)], repeats: 30);
        Assert.Equal((30, 10), (stability.Repeats, stability.RowsUsed));
        Assert.Equal([0, 1], stability.Clusters.Select(cluster => cluster.Cluster));
        Assert.All(stability.Clusters, cluster => Assert.Equal((1, 0, StabilityVerdict.VeryStable), (cluster.Mean, cluster.Dissolved, cluster.Verdict)));
    }

    [Fact]
    public void Rows_drawn_twice_count_once_in_the_comparison()
    {
        // All in one cluster: the coefficient is the share of the distinct rows drawn that belong to the cluster.
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 100).Select(i => (double)i)]]);
        var drawn = new List<double[]>();
        var stability = BootstrapStability.Of(data, [.. Enumerable.Range(0, 100).Select(i => i < 70 ? 0 : 1)], (rows, _) =>
        {
            drawn.Add(Values(rows));
            return new int[rows.Rows];
        }, repeats: 20);
        Assert.All(drawn, values => Assert.Equal(100, values.Length));
        Assert.Equal(drawn.Select(values => values.Distinct().Count(x => x < 70) / (double)values.Distinct().Count()), stability.Clusters[0].Jaccards);
        Assert.Equal(StabilityVerdict.Dissolves, stability.Clusters[1].Verdict);
        Assert.Equal(20, stability.Clusters[1].Dissolved);
    }

    [Fact]
    public void Samples_without_any_row_of_a_cluster_are_left_out()
    {
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 50).Select(i => (double)i)]]);
        int[] labels = [.. Enumerable.Range(0, 50).Select(i => i == 0 ? 1 : 0)];
        var single = BootstrapStability.Of(data, labels, (rows, _) => [.. Values(rows).Select(x => x == 0 ? 1 : 0)], repeats: 200).Clusters[1];
        // A row is missed with probability about 1/e.
        Assert.InRange(single.Jaccards.Length, 100, 155);
        Assert.Equal(1, single.Mean);
    }

    [Fact]
    public void All_noise_gives_every_cluster_zero() =>
        Assert.Equal(0, BootstrapStability.Of(Matrix.FromColumns([[1, 2]]), [0, 0], (rows, _) => [-1, -1], repeats: 3).Clusters[0].Mean);

    [Fact]
    public void Many_rows_are_thinned_in_proportion()
    {
        int[] labels = [.. Enumerable.Range(0, 40_000).Select(i => i == 7 ? 2 : i % 4 == 0 ? 1 : i % 4 == 1 ? -1 : 0)];
        var data = Matrix.FromColumns([[.. labels.Select(label => (double)label)]]);
        double[] first = [];
        var stability = BootstrapStability.Of(data, labels, (rows, _) =>
        {
            first = Values(rows);
            return new int[rows.Rows];
        }, repeats: 1);
        Assert.Equal(5001, stability.RowsUsed);
        Assert.InRange(first.Count(x => x == 1), 1100, 1400);
        int[] sample = Strata.Sample(labels, 5000, new SplitMix(1));
        Assert.Equal([(-1, 1250), (0, 2500), (1, 1250), (2, 1)], sample.CountBy(i => labels[i]).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(sample.Distinct().Order(), sample);
    }

    [Theory]
    [InlineData(0.85, StabilityVerdict.VeryStable)]
    [InlineData(0.8499, StabilityVerdict.Stable)]
    [InlineData(0.75, StabilityVerdict.Stable)]
    [InlineData(0.6, StabilityVerdict.Doubtful)]
    [InlineData(0.5999, StabilityVerdict.Weak)]
    [InlineData(0.5, StabilityVerdict.Dissolves)]
    [InlineData(double.NaN, StabilityVerdict.Dissolves)]
    public void Verdicts_begin_at_their_thresholds(double mean, StabilityVerdict verdict) =>
        Assert.Equal(verdict, new ClusterStability(0, mean, []).Verdict);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_threads_do_not_change_the_result(int threads)
    {
        var data = Tables.Blobs(200, 2, 5, seed: 4);
        var fit = KMeans.Fit(data, 4);
        Assert.Equal(OfKMeans(data, fit, 4, 10).Clusters.SelectMany(c => c.Jaccards), OfKMeans(data, fit, 4, 10, threads).Clusters.SelectMany(c => c.Jaccards));
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        var data = Tables.Blobs(100, 2, 3, seed: 2);
        BootstrapStability.Of(data, new int[100], (rows, _) => new int[rows.Rows], threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Fact]
    public void A_cancelled_run_stops_soon()
    {
        using var cancel = new CancelAt(0.2);
        Assert.ThrowsAny<OperationCanceledException>(() => BootstrapStability.Of(Tables.Blobs(20_000, 8, 5, seed: 2), new int[20_000],
            (rows, token) => KMeans.Fit(rows, 8, starts: 3, cancellation: token).Labels, repeats: 10, progress: cancel, cancellation: cancel.Token));
        cancel.AssertSoon();
    }

    private static BootstrapStability OfKMeans(Matrix data, ClusteringResult fit, int k, int repeats, int threads = 2) =>
        BootstrapStability.Of(data, fit.Labels, (rows, token) => KMeans.Fit(rows, k, cancellation: token).Labels, repeats, threads: threads);

    private static double[] Values(Matrix rows) => [.. rows.Column(0).ToArray().Select(x => (double)x)];
}
