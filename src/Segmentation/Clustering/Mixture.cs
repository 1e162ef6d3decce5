namespace Segmentation.Clustering;

/// <summary>
/// A mixture of Gaussian densities: weights that sum to 1, and a mean and a covariance each, in the units that were clustered.
/// </summary>
public sealed record Mixture(double[] Weights, double[][] Means, double[][][] Covariances)
{
    /// <summary>
    /// Soft membership: one array per component, one number per row, which sum to 1 over the components. The label of a row
    /// is its greatest, the first of equals. O(rows · components · columns²).
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public double[][] Responsibilities(Matrix data, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Columns, Means[0].Length, nameof(data));
        var shares = Array.ConvertAll(Weights, _ => new double[data.Rows]);
        new Expectation(data, threads, cancellation).Run(this, (from, rows, step) =>
        {
            for (int c = 0; c < shares.Length; c++)
                step.Responsibilities(c)[..rows].CopyTo(shares[c].AsSpan(from));
        });
        return shares;
    }

    /// <summary>
    /// For working the densities out elsewhere: the logarithm of a component's weighted density at x is Constant - |W (x - mean)|²/2,
    /// where Triangle holds the lower triangular W row by row.
    /// </summary>
    public IReadOnlyList<(double Constant, double[] Triangle)> LogDensities() => new MixtureDensities(this).Parts;

    /// <summary>The component of greatest responsibility for each row.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public int[] Labels(Matrix data, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Columns, Means[0].Length, nameof(data));
        return LabelsAndLogLikelihood(data, threads, cancellation).Labels;
    }

    internal (int[] Labels, double LogLikelihood) LabelsAndLogLikelihood(Matrix data, int threads, CancellationToken cancellation)
    {
        var labels = new int[data.Rows];
        double log = new Expectation(data, threads, cancellation).Run(this, (from, rows, step) =>
        {
            for (int i = 0; i < rows; i++)
                labels[from + i] = step.MostResponsible(i);
        });
        return (labels, log);
    }
}
