namespace Segmentation.Clustering;

/// <summary>Clusters as Gaussian densities, with soft membership (McLachlan and Peel, Finite Mixture Models, 2000).</summary>
public static class GaussianMixture
{
    /// <summary>
    /// The best of several starts: K-Means, random seeds and, as the later half, attempts to better the best; a start with a
    /// component of too few rows for its covariance only wins when all have one. Regularisation is added to every variance, as
    /// a share of the feature's overall variance (of 1 for a constant feature). Tolerance is the change of the mean
    /// log-likelihood at which EM ends. Ends on an E-step: labels are those that the mixture gives. With fewer than k distinct
    /// rows there are fewer components. The same seed gives the same result whatever the threads. O(rows · k · columns²) per
    /// iteration; beyond 16,384 rows the starts compete on a sample.
    /// </summary>
    /// <exception cref="CollapsedComponentException">The regularisation is too small to keep a component from shrinking onto a few rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static MixtureResult Fit(Matrix data, int k, CovarianceShape shape = CovarianceShape.Full, int starts = 20, int seed = 42,
        double regularisation = 1e-6, double tolerance = 1e-6, int maxIterations = 500, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        var added = Added(data, regularisation, maxIterations, threads, cancellation);
        var count = new ProgressCount(progress, starts + maxIterations);
        var start = new MixtureStarts(data, k, shape, added, seed, threads, cancellation).Best(starts, count);
        var steps = new ExpectationMaximisation(data, shape, added, threads, cancellation);
        var result = Settle(data, shape, steps.Run(start, tolerance, maxIterations, () => count.Add()), threads, cancellation);
        progress?.Report(1);
        return result;
    }

    /// <summary>EM from given clusters, one label per row from 0; rows labelled -1 do not count at first.</summary>
    /// <exception cref="CollapsedComponentException">The regularisation is too small to keep a component from shrinking onto a few rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static MixtureResult FitFrom(Matrix data, int[] labels, CovarianceShape shape = CovarianceShape.Full,
        double regularisation = 1e-6, double tolerance = 1e-6, int maxIterations = 500, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        int clusters = ClusterSizes.Clusters(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1, nameof(labels));
        var steps = new ExpectationMaximisation(data, shape, Added(data, regularisation, maxIterations, threads, cancellation), threads, cancellation);
        return Settle(data, shape, steps.Run(steps.Start(labels, clusters), tolerance, maxIterations), threads, cancellation);
    }

    private static double[] Added(Matrix data, double regularisation, int maxIterations, int threads, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(regularisation);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(regularisation), false, nameof(regularisation));
        var mean = ClusterMeans.Of(data, new int[data.Rows], 1, threads, cancellation)[0];
        var overall = RowMoments.Around(mean, data, threads, cancellation).Covariance();
        return [.. mean.Select((_, j) => regularisation * (overall[j, j] > 0 ? overall[j, j] : 1))];
    }

    private static MixtureResult Settle(Matrix data, CovarianceShape shape, (Mixture Mixture, double LogLikelihood, int Iterations, bool Converged) run,
        int threads, CancellationToken cancellation)
    {
        var mixture = run.Mixture;
        var (labels, log) = mixture.LabelsAndLogLikelihood(data, threads, cancellation);
        int[] order = Order(mixture, labels);
        if (!order.SequenceEqual(order.Order()))
        {
            mixture = new Mixture([.. order.Select(c => mixture.Weights[c])], [.. order.Select(c => mixture.Means[c])], [.. order.Select(c => mixture.Covariances[c])]);
            CanonicalOrder.Renumber(labels, order, order.Length);
        }
        int clusters = ClusterSizes.Clusters(labels);
        int parameters = Parameters(mixture.Weights.Length, data.Columns, shape);
        return new MixtureResult(
            new ClusteringResult(labels, clusters, mixture.Means[..clusters], null, run.Iterations),
            mixture, log, parameters * Math.Log(data.Rows) - 2 * log, 2 * parameters - 2 * log, run.Converged);
    }

    private static int[] Order(Mixture mixture, int[] labels)
    {
        var sizes = ClusterSizes.Of(labels, mixture.Weights.Length);
        var used = CanonicalOrder.Of([.. mixture.Means.Select((mean, c) => (mean, sizes[c]))]);
        return [.. used, .. Enumerable.Range(0, sizes.Length).Where(c => sizes[c] == 0)];
    }

    private static int Parameters(int components, int columns, CovarianceShape shape) =>
        components - 1 + components * (columns + (shape == CovarianceShape.Full ? columns * (columns + 1) / 2 : columns));
}
