using Segmentation.Kernels;

namespace Segmentation;

/// <summary>
/// Weighted sums of rows around a centre that is near their mean, from which mean and covariance follow without the loss of
/// digits that sums around zero would have.
/// </summary>
internal sealed class Moments(int columns)
{
    private readonly double[] _sums = new double[columns];
    private readonly double[,] _products = new double[columns, columns];
    private double[] _weighted = [];

    public double Weight { get; private set; }

    /// <summary>Rows less the centre, column after column, and one weight per row.</summary>
    public void Add(ReadOnlySpan<double> centred, ReadOnlySpan<double> weights)
    {
        Weight += Sum.Of(weights);
        if (_weighted.Length != weights.Length)
            _weighted = new double[weights.Length];
        for (int j = 0; j < columns; j++)
        {
            Dot.Multiply(weights, centred.Slice(j * weights.Length, weights.Length), _weighted);
            _sums[j] += Sum.Of(_weighted);
            for (int l = 0; l <= j; l++)
                _products[j, l] += Dot.Of(_weighted, centred.Slice(l * weights.Length, weights.Length));
        }
    }

    public void Add(Moments other)
    {
        Weight += other.Weight;
        for (int j = 0; j < columns; j++)
        {
            _sums[j] += other._sums[j];
            for (int l = 0; l <= j; l++)
                _products[j, l] += other._products[j, l];
        }
    }

    /// <summary>The weighted mean of the rows, themselves and not less the centre.</summary>
    public double[] Mean(double[] centre) => [.. centre.Select((x, j) => x + _sums[j] / Divisor)];

    /// <summary>The covariance, divided by the weight less so many degrees of freedom.</summary>
    public double[,] Covariance(double lost = 0)
    {
        var covariance = new double[columns, columns];
        for (int j = 0; j < columns; j++)
        {
            for (int l = 0; l <= j; l++)
                covariance[j, l] = covariance[l, j] = (_products[j, l] - _sums[j] * _sums[l] / Divisor) / (Divisor - lost);
        }
        return covariance;
    }

    // Without any weight the mean stays at the centre and the covariance at zero.
    private double Divisor => Weight > 0 ? Weight : 1;
}
