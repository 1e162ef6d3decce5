using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Tests.Clustering;

public sealed class GaussianMixtureTests
{
    private static readonly Matrix TwoGroups = Matrix.FromColumns([[0, 1, 2, 100, 101, 102, 103]]);

    [Fact]
    public void Groups_far_apart_are_their_own_gaussians_by_hand()
    {
        var result = GaussianMixture.Fit(TwoGroups, 2);
        Assert.Equal([1, 1, 1, 0, 0, 0, 0], result.Clustering.Labels);
        AssertNear([4 / 7.0, 3 / 7.0], result.Mixture.Weights);
        AssertNear([101.5, 1], result.Mixture.Means.Select(mean => mean[0]));
        double added = 1e-6 * Variance(TwoGroups.Column(0).ToArray());
        AssertNear([1.25 + added, 2 / 3.0 + added], result.Mixture.Covariances.Select(covariance => covariance[0][0]));
        Assert.True(result.Converged);
    }

    [Fact]
    public void One_component_has_the_likelihood_of_the_normal_distribution()
    {
        var result = GaussianMixture.Fit(TwoGroups, 1);
        double variance = Variance(TwoGroups.Column(0).ToArray());
        double expected = -7 / 2.0 * (Math.Log(2 * Math.PI * variance) + 1);
        Assert.Equal(expected, result.LogLikelihood, 1e-5);
        Assert.Equal(2 * Math.Log(7) - 2 * expected, result.Bic, 1e-4);
        Assert.Equal(2 * 2 - 2 * expected, result.Aic, 1e-4);
    }

    [Fact]
    public void Labels_are_what_the_mixture_says_of_the_rows_together_or_alone() =>
        Tables.ForAll((data, random) =>
        {
            var shape = (CovarianceShape)random.NextBelow(2);
            var result = GaussianMixture.Fit(data, 1 + random.NextBelow(4), shape, starts: 2, maxIterations: 20);
            Assert.Equal(result.Mixture.Labels(data), result.Clustering.Labels);
            int row = random.NextBelow(data.Rows);
            Assert.Equal(result.Clustering.Labels[row], result.Mixture.Labels(Matrix.FromRows([data.Row(row)]))[0]);
            Assert.Equal(Enumerable.Range(0, result.Clustering.Clusters), result.Clustering.Labels.Distinct().Order());
            Assert.True(double.IsFinite(result.LogLikelihood));
        }, maxRows: 80);

    [Fact]
    public void Responsibilities_and_weights_sum_to_one() =>
        Tables.ForAll((data, random) =>
        {
            var mixture = GaussianMixture.Fit(data, 3, starts: 1, maxIterations: 10).Mixture;
            var shares = mixture.Responsibilities(data);
            Assert.Equal(1, mixture.Weights.Sum(), 1e-12);
            for (int i = 0; i < data.Rows; i++)
                Assert.Equal(1, shares.Sum(component => component[i]), 1e-12);
        }, maxRows: 80);

    [Fact]
    public void Responsibilities_follow_bayes()
    {
        var mixture = new Mixture([0.25, 0.75], [[0, 0], [2, 1]], [[[1, 0.5], [0.5, 2]], [[3, 0], [0, 1]]]);
        // Densities without 1/2π: exp(-q/2) / √det, with q of the point (1, 0) by hand.
        double first = 0.25 * Math.Exp(-0.5 * (2 / 1.75)) / Math.Sqrt(1.75);
        double second = 0.75 * Math.Exp(-0.5 * (1 / 3.0 + 1)) / Math.Sqrt(3);
        var shares = mixture.Responsibilities(Matrix.FromRows([[1, 0]]));
        AssertNear([first / (first + second), second / (first + second)], shares.Select(component => component[0]));
    }

    [Fact]
    public void The_likelihood_never_falls_over_iterations() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => i % 3)];
            double before = double.NegativeInfinity;
            for (int iterations = 1; iterations <= 6; iterations++)
            {
                // Without much regularisation, which the law does not hold for.
                double log = GaussianMixture.FitFrom(data, labels, CovarianceShape.Diagonal, 1e-9, 1e-12, iterations).LogLikelihood;
                Assert.True(log >= before - 1e-4 * data.Rows, $"Iteration {iterations} fell from {before} to {log}.");
                before = log;
            }
        }, maxRows: 60, reach: 1000);

    [Fact]
    public void A_full_covariance_sees_slanted_clusters_that_a_diagonal_one_does_not()
    {
        var random = new SplitMix(4);
        double[][] rows = [.. Enumerable.Range(0, 600).Select(i =>
        {
            double along = 5 * random.NextDouble();
            return new[] { along, along + (i % 2 == 0 ? 0 : 2) + 0.3 * random.NextDouble() };
        })];
        int[] truth = [.. rows.Select((_, i) => i % 2)];
        Assert.Equal(1, AdjustedRand.Index(truth, GaussianMixture.Fit(Matrix.FromRows(rows), 2).Clustering.Labels));
        Assert.InRange(AdjustedRand.Index(truth, GaussianMixture.Fit(Matrix.FromRows(rows), 2, CovarianceShape.Diagonal).Clustering.Labels), -1, 0.5);
    }

    [Fact]
    public void A_constant_feature_changes_no_label()
    {
        var data = Tables.Blobs(300, 2, 3, seed: 5);
        var widened = Matrix.FromColumns([.. Tables.Columns(data), Enumerable.Repeat(7.0, 300).ToArray()]);
        Assert.Equal(GaussianMixture.Fit(data, 3).Clustering.Labels, GaussianMixture.Fit(widened, 3).Clustering.Labels);
    }

    [Fact]
    public void Features_that_repeat_each_other_are_no_trouble()
    {
        var column = Tables.Columns(Tables.Blobs(300, 1, 3, seed: 5))[0];
        Assert.True(double.IsFinite(GaussianMixture.Fit(Matrix.FromColumns([column, column, column]), 3).LogLikelihood));
    }

    [Theory]
    [InlineData(1e-15)]
    [InlineData(1e15)]
    public void The_unit_does_not_matter(double unit)
    {
        var data = Tables.Blobs(300, 2, 3, seed: 5);
        var scaled = Matrix.FromColumns([.. Tables.Columns(data).Select(column => Array.ConvertAll(column, x => x * unit))]);
        Assert.Equal(GaussianMixture.Fit(data, 3).Clustering.Labels, GaussianMixture.Fit(scaled, 3).Clustering.Labels);
    }

    [Fact]
    public void More_components_than_distinct_rows_become_fewer()
    {
        Assert.Equal(1, GaussianMixture.Fit(Matrix.FromColumns([[4, 4, 4, 4]]), 3).Clustering.Clusters);
        Assert.Equal(1, GaussianMixture.Fit(Matrix.FromRows([[3, 4]]), 5).Clustering.Clusters);
    }

    [Theory]
    [InlineData(3_000, 3)]
    [InlineData(40_000, 3)]
    [InlineData(40_000, 1)]
    public void The_same_seed_gives_the_same_result_whatever_the_threads(int rows, int starts)
    {
        var data = Tables.Blobs(rows, 3, 4, seed: 5);
        var alone = GaussianMixture.Fit(data, 4, starts: starts, threads: 1);
        foreach (int threads in new[] { 2, 5 })
        {
            var together = GaussianMixture.Fit(data, 4, starts: starts, threads: threads);
            Assert.Equal(alone.Clustering.Labels, together.Clustering.Labels);
            Assert.Equal(alone.LogLikelihood, together.LogLikelihood);
        }
    }

    [Fact]
    public void A_component_that_collapses_is_told_when_nothing_holds_it()
    {
        var data = Matrix.FromColumns([[0, 0, 0, 7, 8, 9, 10], [0, 0, 0, 1, 3, 2, 5]]);
        int[] labels = [0, 0, 0, 1, 1, 1, 1];
        var error = Assert.Throws<CollapsedComponentException>(() => GaussianMixture.FitFrom(data, labels, regularisation: 0));
        Assert.Contains("regularisation", error.Message);
        Assert.True(double.IsFinite(GaussianMixture.FitFrom(data, labels).LogLikelihood));
        Assert.Throws<CollapsedComponentException>(() => GaussianMixture.Fit(Matrix.FromColumns([[4, 4, 4]]), 1, regularisation: 0));
    }

    [Fact]
    public void Without_regularisation_starts_that_do_not_collapse_win()
    {
        var result = GaussianMixture.Fit(Tables.Blobs(200, 2, 3, seed: 5), 3, regularisation: 0);
        Assert.Equal(3, result.Clustering.Clusters);
        Assert.All(result.Mixture.Covariances, covariance => Assert.InRange(covariance[0][0], 0.1, 1));
    }

    [Fact]
    public void Inputs_are_not_modified()
    {
        var data = Tables.Blobs(100, 2, 3, seed: 5);
        var (columns, labels) = (Tables.Columns(data), new int[100]);
        GaussianMixture.Fit(data, 3);
        GaussianMixture.FitFrom(data, labels);
        Assert.Equal(columns, Tables.Columns(data));
        Assert.Equal(new int[100], labels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(64)]
    public void Any_number_of_features_will_do(int columns)
    {
        var result = GaussianMixture.Fit(Tables.Blobs(500, columns, 3, seed: 5), 3, starts: 2);
        Assert.Equal(3, result.Clustering.Clusters);
        Assert.True(double.IsFinite(result.LogLikelihood));
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        GaussianMixture.Fit(Tables.Blobs(1000, 2, 4, seed: 1), 4, threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    /// <summary>Clouds that overlap, where starts end far from each other. Scikit-learn 1.2.1, the best of ten random states, tol 1e-6, reg_covar 1e-6 of the variance.</summary>
    [Theory]
    [InlineData(1, -3263.08)]
    [InlineData(2, -3139.09)]
    [InlineData(3, -3340.29)]
    [InlineData(4, -3259.47)]
    [InlineData(5, -3118.55)]
    [InlineData(6, -2942.82)]
    public void Many_components_on_few_rows_fit_about_as_well_as_the_best_of_ten_elsewhere(int seed, double theirs)
    {
        var result = GaussianMixture.Fit(Overlapping(500, 8, 11, new SplitMix(seed)), 11, threads: 2);
        Assert.InRange(result.LogLikelihood, 1.003 * theirs, 0);
        Assert.All(result.Mixture.Weights, weight => Assert.InRange(weight * 500, 9, 500));
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(300_000, 8, 20, seed: 1);
        Cancelling.StopsSoon(cancellation => GaussianMixture.Fit(data, 30, starts: 100, tolerance: 1e-12, cancellation: cancellation), after: 100);
    }

    [Fact]
    public void Senseless_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(TwoGroups, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(TwoGroups, 2, starts: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(TwoGroups, 2, regularisation: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(TwoGroups, 2, regularisation: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(Matrix.FromColumns([[]]), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.FitFrom(TwoGroups, [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.FitFrom(TwoGroups, [-1, -1, -1, -1, -1, -1, -1]));
    }

    [Fact]
    public void Its_logarithms_of_densities_are_those_of_the_formula()
    {
        var mixture = new Mixture([0.25, 0.75], [[1, 2], [0, 0]], [[[4, 1], [1, 2]], [[1, 0], [0, 1]]]);

        var (constant, w) = mixture.LogDensities()[0];

        // By hand: the determinant is 7, the inverse ((2, -1), (-1, 4)) / 7.
        Assert.Equal(Math.Log(0.25) - 0.5 * Math.Log(7) - Math.Log(2 * Math.PI), constant, 1e-12);
        Assert.Equal([2 / 7.0, -1 / 7.0, 4 / 7.0], [w[0] * w[0] + w[1] * w[1], w[1] * w[2], w[2] * w[2]], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([-Math.Log(2 * Math.PI) + Math.Log(0.75), 1, 0, 1], mixture.LogDensities()[1] is var (c, t) ? [c, .. t] : [], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static double Variance(float[] values) => values.Average(x => Math.Pow(x - values.Average(), 2));

    private static void AssertNear(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-6 * (1 + Math.Abs(a)));

    private static Matrix Overlapping(int rows, int columns, int clouds, SplitMix random)
    {
        double Bell() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        var sides = Enumerable.Range(0, clouds).Select(_ => Enumerable.Range(0, columns).Select(_ => (Centre: Bell(), Width: 0.5 + random.NextDouble())).ToArray()).ToArray();
        return Matrix.FromRows([.. Enumerable.Range(0, rows).Select(_ => Array.ConvertAll(sides[random.NextBelow(clouds)], side => side.Centre + side.Width * Bell()))]);
    }
}
