using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>The squared distance of every row to the nearest of some centres, with sums by step, so that drawing skips most rows.</summary>
internal sealed class DistancesSoFar
{
    private const int RowsPerStep = 1 << 10;

    private readonly Matrix _data;
    private readonly float[] _squares;
    private readonly double[] _sums;

    public DistancesSoFar(Matrix data, float fill)
    {
        _data = data;
        _squares = new float[data.PaddedRows];
        Array.Fill(_squares, fill);
        _sums = new double[(data.Rows + RowsPerStep - 1) / RowsPerStep];
    }

    public double Total { get; private set; }

    /// <summary>Becomes the distances with one more centre, the given row.</summary>
    public void Measure(int row, DistancesSoFar before)
    {
        Span<float> point = stackalloc float[_data.Columns];
        for (int j = 0; j < point.Length; j++)
            point[j] = _data[row, j];
        SquaredDistance.Least(_data, 0, _data.PaddedRows, point, before._squares, _squares);
        for (int step = 0; step < _sums.Length; step++)
            _sums[step] = Sum.Of(Step(step));
        Total = Sum.Of(_sums);
    }

    /// <summary>A row at random, in proportion to its square; never one with distance 0.</summary>
    public int Draw(SplitMix random)
    {
        double rest = random.NextDouble() * Total;
        int step = 0;
        for (; step < _sums.Length - 1 && rest >= _sums[step]; step++)
            rest -= _sums[step];
        // Rounding may leave the search in a step without distances, or past the last.
        while (_sums[step] == 0)
            step = step == 0 ? Array.FindIndex(_sums, sum => sum > 0) : step - 1;
        return step * RowsPerStep + DrawWithin(Step(step), rest);
    }

    private static int DrawWithin(ReadOnlySpan<float> squares, double rest)
    {
        int last = 0;
        for (int i = 0; i < squares.Length && rest >= 0; i++)
        {
            if (squares[i] > 0)
                last = i;
            rest -= squares[i];
        }
        return last;
    }

    private ReadOnlySpan<float> Step(int step) =>
        _squares.AsSpan(step * RowsPerStep, Math.Min(RowsPerStep, _data.Rows - step * RowsPerStep));
}
