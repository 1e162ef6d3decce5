using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>A few rows at once: centred on each component, and how far each component answers for them. One per thread.</summary>
internal sealed class MixtureStep(int components, int columns)
{
    public const int MostRows = 256;

    private readonly double[] _centred = new double[components * columns * MostRows];
    private readonly double[] _shares = new double[components * MostRows];
    private readonly double[] _logs = new double[MostRows];
    private int _padded;

    public int Components => components;

    public ReadOnlySpan<double> Responsibilities(int component) => _shares.AsSpan(component * _padded, _padded);

    /// <summary>Responsibilities by a mixture; returns the sum of the logarithms of the density.</summary>
    public double Expect(MixtureDensities densities, Matrix data, int from, int rows)
    {
        Centre(densities.Means, data, from);
        for (int c = 0; c < components; c++)
            densities.Log(c, Centred(c), _padded, _shares.AsSpan(c * _padded, _padded));
        SoftMax.Apply(_shares.AsSpan(0, components * _padded), _padded, _logs);
        for (int c = 0; c < components; c++)
            _shares.AsSpan(c * _padded + rows, _padded - rows).Clear();
        return Sum.Of(_logs.AsSpan(0, rows));
    }

    /// <summary>Responsibilities of 1 for the labels given.</summary>
    public void Assume(ReadOnlySpan<int> labels, double[][] means, Matrix data, int from)
    {
        Centre(means, data, from);
        _shares.AsSpan().Clear();
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                _shares[labels[i] * _padded + i] = 1;
        }
    }

    public void AddTo(Moments[] moments)
    {
        for (int c = 0; c < components; c++)
            moments[c].Add(Centred(c), Responsibilities(c));
    }

    public int MostResponsible(int row)
    {
        int most = 0;
        for (int c = 1; c < components; c++)
        {
            if (_shares[c * _padded + row] > _shares[most * _padded + row])
                most = c;
        }
        return most;
    }

    private void Centre(double[][] means, Matrix data, int from)
    {
        _padded = Math.Min(MostRows, data.PaddedRows - from);
        for (int c = 0; c < components; c++)
            CentredRows.Load(data, from, _padded, means[c], Centred(c));
    }

    private Span<double> Centred(int component) => _centred.AsSpan(component * columns * _padded, columns * _padded);
}
