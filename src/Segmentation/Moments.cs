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

    public double Weight { get; private set; }

    /// <summary>Rows less the centre, column after column, and one weight per row.</summary>
    public void Add(ReadOnlySpan<double> centred, ReadOnlySpan<double> weights)
    {
        Weight += Sum.Of(weights);
        for (int j = 0; j < columns; j++)
        {
            var column = centred.Slice(j * weights.Length, weights.Length);
            _sums[j] += Dot.Of(weights, column);
            for (int l = 0; l <= j; l++)
                _products[j, l] += Dot.Of(weights, column, centred.Slice(l * weights.Length, weights.Length));
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
    public double[] Mean(double[] centre) => [.. centre.Select((x, j) => x + _sums[j] / Weight)];

    /// <summary>The covariance, divided by the weight less so many degrees of freedom.</summary>
    public double[,] Covariance(double lost = 0)
    {
        var covariance = new double[columns, columns];
        for (int j = 0; j < columns; j++)
        {
            for (int l = 0; l <= j; l++)
                covariance[j, l] = covariance[l, j] = (_products[j, l] - _sums[j] * _sums[l] / Weight) / (Weight - lost);
        }
        return covariance;
    }
}
