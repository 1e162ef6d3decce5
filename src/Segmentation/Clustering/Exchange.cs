namespace Segmentation.Clustering;

/// <summary>
/// Hartigan's exchange (Clustering Algorithms, 1975): a row moves when that lowers the sum of squares with both means moved
/// along, which Lloyd's iteration does not see. Where no row wants to move, Lloyd's iteration has ended too.
/// </summary>
internal sealed class Exchange
{
    private const int MaxSweeps = 50;

    private readonly Matrix _data;
    private readonly double[][] _centres;
    private readonly int[] _labels;
    private readonly int[] _sizes;
    private readonly double[] _row;

    private Exchange(Matrix data, double[][] centres, int[] labels)
    {
        _data = data;
        _centres = centres;
        _labels = labels;
        _sizes = ClusterSizes.Of(labels.AsSpan(0, data.Rows), centres.Length);
        _row = new double[data.Columns];
    }

    /// <summary>Changes centres and labels in place until a sweep over all rows moves none.</summary>
    public static void Run(Matrix data, double[][] centres, int[] labels, CancellationToken cancellation)
    {
        var exchange = new Exchange(data, centres, labels);
        for (int sweep = 0; sweep < MaxSweeps && exchange.Sweep(); sweep++)
            cancellation.ThrowIfCancellationRequested();
    }

    private bool Sweep()
    {
        bool moved = false;
        for (int i = 0; i < _data.Rows; i++)
        {
            for (int j = 0; j < _row.Length; j++)
                _row[j] = _data[i, j];
            int better = Better(_labels[i]);
            if (better == _labels[i])
                continue;
            Move(i, better);
            moved = true;
        }
        return moved;
    }

    private int Better(int own)
    {
        if (_sizes[own] <= 1)
            return own;
        // What leaving takes away from the sum of squares, less the rounding that would let a row swing for ever.
        double least = Squared(own) * _sizes[own] / (_sizes[own] - 1) * (1 - 1e-9);
        int better = own;
        for (int c = 0; c < _centres.Length; c++)
        {
            double added = c == own ? double.PositiveInfinity : Squared(c) * _sizes[c] / (_sizes[c] + 1);
            if (added < least)
                (better, least) = (c, added);
        }
        return better;
    }

    private void Move(int i, int to)
    {
        int from = _labels[i];
        _sizes[from]--;
        _sizes[to]++;
        for (int j = 0; j < _row.Length; j++)
        {
            _centres[from][j] -= (_row[j] - _centres[from][j]) / _sizes[from];
            _centres[to][j] += (_row[j] - _centres[to][j]) / _sizes[to];
        }
        _labels[i] = to;
    }

    private double Squared(int c)
    {
        double sum = 0;
        var centre = _centres[c];
        for (int j = 0; j < _row.Length; j++)
        {
            double difference = _row[j] - centre[j];
            sum += difference * difference;
        }
        return sum;
    }
}
