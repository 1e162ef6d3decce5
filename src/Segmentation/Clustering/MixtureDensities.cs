using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>A mixture prepared for evaluation: each covariance by the inverse of its Cholesky factor.</summary>
internal sealed class MixtureDensities
{
    private readonly double[][] _triangles;
    private readonly double[] _constants;

    public MixtureDensities(Mixture mixture)
    {
        Means = mixture.Means;
        var factors = mixture.Covariances.Select(Cholesky.Of).ToArray();
        _triangles = [.. factors.Select(factor => factor.InverseTriangle)];
        _constants = [.. factors.Select((factor, c) =>
            Math.Log(mixture.Weights[c]) - factor.HalfLogDeterminant - 0.5 * Means[c].Length * Math.Log(2 * Math.PI))];
    }

    public double[][] Means { get; }

    public IReadOnlyList<(double Constant, double[] Triangle)> Parts => [.. _constants.Zip(_triangles)];

    /// <summary>The logarithm of a component's weighted density for rows less its mean.</summary>
    public void Log(int component, ReadOnlySpan<double> centred, int rows, Span<double> into) =>
        GaussianLog.Of(centred, rows, _triangles[component], _constants[component], into);
}
