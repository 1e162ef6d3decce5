using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>
/// Lloyd's iteration (IEEE Trans. Inf. Theory 28, 1982): label rows by the nearest centre in float32, move centres to the
/// means of their rows. Sums are double and only rows that changed cluster touch them.
/// </summary>
internal sealed class Lloyd
{
    private const int RowsPerPiece = 1 << 14;
    private const int RowsPerStep = 1 << 10;

    private readonly Matrix _data;
    private readonly int[] _labels;
    private readonly float[] _scores;
    private readonly double[][] _deltas;
    private readonly int[] _changed;
    private readonly double[] _sums;
    private bool _first = true;

    public Lloyd(Matrix data, double[][] centres)
    {
        _data = data;
        Centres = [.. centres.Select(centre => (double[])centre.Clone())];
        _labels = new int[data.Rows];
        _scores = new float[centres.Length * (data.Columns + 1)];
        _sums = new double[ClusterSums.Length(centres.Length, data.Columns)];
        _deltas = new double[(data.Rows + RowsPerPiece - 1) / RowsPerPiece][];
        for (int piece = 0; piece < _deltas.Length; piece++)
            _deltas[piece] = new double[_sums.Length];
        _changed = new int[_deltas.Length];
    }

    public double[][] Centres { get; }

    /// <summary>Σ n |centre|²: what the total sum of squares loses to the clusters, so the greatest is the best fit.</summary>
    public double Between { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>Labels and centres in canonical order. The labels are those that the centres are the means of, and are handed over, not copied.</summary>
    public (int[] Labels, double[][] Centres) InOrder()
    {
        int[] order = CanonicalOrder.Of([.. Centres.Select((centre, c) => (centre, (int)ClusterSums.Of(_sums, c, _data.Columns)[^1]))]);
        CanonicalOrder.Renumber(_labels, order, Centres.Length);
        return (_labels, [.. order.Select(c => Centres[c])]);
    }

    /// <summary>Iterates until no more than so many rows change cluster, or the iterations of all runs reach the maximum.</summary>
    public void Run(int maxIterations, int threads, CancellationToken cancellation, int restless = 0)
    {
        while (Iterations < maxIterations)
        {
            Iterations++;
            PrepareScores();
            Workers.Run(_deltas.Length, threads, LabelPiece, cancellation);
            _first = false;
            AddDeltas();
            MoveCentres();
            bool relocated = RelocateAnEmptyCluster();
            if (_changed.Sum() <= restless && !relocated)
                return;
        }
    }

    /// <summary>Lets single rows change cluster as long as that helps, then iterates to the end again.</summary>
    public void Exchange(int maxIterations, CancellationToken cancellation)
    {
        Clustering.Exchange.Run(_data, Centres, _labels, cancellation);
        _first = true;
        Array.Clear(_sums);
        Run(maxIterations, 1, cancellation);
    }

    private void PrepareScores()
    {
        int s = 0;
        foreach (var centre in Centres)
        {
            double square = 0;
            foreach (double x in centre)
            {
                _scores[s++] = (float)x;
                square += x * x;
            }
            _scores[s++] = (float)(-square / 2);
        }
    }

    private void LabelPiece(int piece)
    {
        Span<int> fresh = stackalloc int[RowsPerStep];
        int end = Math.Min(_data.Rows, (piece + 1) * RowsPerPiece);
        _changed[piece] = 0;
        for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
        {
            int to = Math.Min(_data.PaddedRows, from + RowsPerStep);
            NearestCentre.Assign(_data, from, to, _scores, fresh);
            int rows = Math.Min(to, _data.Rows) - from;
            _changed[piece] += Label(from, fresh[..rows], _labels.AsSpan(from, rows), _deltas[piece]);
        }
    }

    private int Label(int from, ReadOnlySpan<int> fresh, Span<int> labels, double[] deltas)
    {
        if (!_first)
            return ClusterSums.Move(_data, from, fresh, labels, deltas);
        ClusterSums.Add(_data, from, fresh, deltas);
        fresh.CopyTo(labels);
        return fresh.Length;
    }

    private void AddDeltas()
    {
        foreach (var deltas in _deltas)
        {
            for (int s = 0; s < deltas.Length; s++)
                _sums[s] += deltas[s];
            Array.Clear(deltas);
        }
    }

    private void MoveCentres()
    {
        Between = 0;
        for (int c = 0; c < Centres.Length; c++)
        {
            var sums = ClusterSums.Of(_sums, c, _data.Columns);
            for (int j = 0; j < _data.Columns && sums[^1] > 0; j++)
            {
                Centres[c][j] = sums[j] / sums[^1];
                Between += sums[j] * Centres[c][j];
            }
        }
    }

    private bool RelocateAnEmptyCluster()
    {
        for (int c = 0; c < Centres.Length; c++)
        {
            if (ClusterSums.Of(_sums, c, _data.Columns)[^1] == 0)
                return FarthestRow.MoveCentre(_data, _labels, Centres, c);
        }
        return false;
    }
}
