namespace Segmentation.Clustering;

/// <summary>
/// EM (Dempster, Laird, Rubin, J. R. Stat. Soc. B 39, 1977): rows are shared out by their responsibilities, weights, means and
/// covariances follow from the shares, and the likelihood never falls.
/// </summary>
internal sealed class ExpectationMaximisation(Matrix data, CovarianceShape shape, double[] added, int threads, CancellationToken cancellation)
{
    private readonly Expectation _expectation = new(data, threads, cancellation);

    public Mixture Start(int[] labels, int clusters)
    {
        var means = ClusterMeans.Of(data, labels, clusters, threads, cancellation);
        return Maximise(_expectation.Moments(labels, means), means);
    }

    /// <summary>Iterates until the mean log-likelihood changes by less than the tolerance. Converged is false when the iterations ran out.</summary>
    public (Mixture Mixture, double LogLikelihood, int Iterations, bool Converged) Run(Mixture mixture, double tolerance, int maxIterations, Action? iterated = null)
    {
        double before = double.NegativeInfinity;
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            var (moments, log) = _expectation.Moments(mixture);
            mixture = Maximise(moments, mixture.Means);
            iterated?.Invoke();
            if (Math.Abs(log - before) < tolerance * data.Rows)
                return (mixture, log, iteration, true);
            before = log;
        }
        return (mixture, before, maxIterations, false);
    }

    private Mixture Maximise(Moments[] moments, double[][] centres)
    {
        // A component that lost all its rows keeps a trace of weight, or its logarithm would be infinite.
        double[] weights = [.. moments.Select(moment => moment.Weight + 1e-15)];
        double sum = weights.Sum();
        return new Mixture(
            [.. weights.Select(weight => weight / sum)],
            [.. moments.Select((moment, c) => moment.Mean(centres[c]))],
            [.. moments.Select(moment => Covariance(moment.Covariance()))]);
    }

    private double[][] Covariance(double[,] found) => [.. added.Select((extra, j) => Enumerable.Range(0, added.Length)
        .Select(l => l == j ? Math.Max(0, found[j, j]) + extra : shape == CovarianceShape.Full ? found[j, l] : 0).ToArray())];
}
