namespace Segmentation.Classification;

/// <summary>
/// Columns cut into at most 256 runs of values, a byte per cell: a value of its own for each bin where there are few enough,
/// else about equally many rows in each.
/// </summary>
internal sealed class Bins
{
    public const int Most = 256;
    private const int SampleRows = 1 << 16;

    private readonly byte[][] _cells;
    private readonly float[][] _lows;
    private readonly float[][] _highs;

    public Bins(Matrix data, int threads, CancellationToken cancellation)
    {
        Rows = data.Rows;
        (_cells, _lows, _highs) = (new byte[data.Columns][], new float[data.Columns][], new float[data.Columns][]);
        // A sample of a fixed seed: where the bins of a large table lie need not be exact.
        int[]? sample = data.Rows > 2 * SampleRows ? new SplitMix(0).Sample(data.Rows, SampleRows) : null;
        Workers.Run(data.Columns, threads, j =>
        {
            var column = data.Column(j);
            var uppers = Uppers(Sorted(column, sample));
            _cells[j] = new byte[data.Rows];
            cancellation.ThrowIfCancellationRequested();
            Assign(column, uppers, _cells[j]);
            (_lows[j], _highs[j]) = Ranges(column, _cells[j], uppers.Length);
        }, cancellation);
    }

    public int Rows { get; }

    public int Columns => _cells.Length;

    public int Count(int column) => _lows[column].Length;

    public ReadOnlySpan<byte> Cells(int column) => _cells[column];

    /// <summary>All cells again, row after row.</summary>
    public byte[] RowAfterRow(CancellationToken cancellation)
    {
        var all = new byte[checked(Rows * Columns)];
        for (int j = 0; j < Columns; j++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = _cells[j];
            for (int i = 0; i < cells.Length; i++)
                all[i * Columns + j] = cells[i];
        }
        return all;
    }

    /// <summary>The greatest value in a bin and the least in a later one.</summary>
    public (float High, float Low) Gap(int column, int bin, int later) => (_highs[column][bin], _lows[column][later]);

    /// <summary>Halfway between two bins: values up to the cut are in the first of them or below.</summary>
    public float Cut(int column, int bin, int later)
    {
        var (high, low) = Gap(column, bin, later);
        float middle = high / 2 + low / 2;
        return middle >= high && middle < low ? middle : high;
    }

    private static float[] Sorted(ReadOnlySpan<float> column, int[]? sample)
    {
        float[] sorted = sample is null ? column.ToArray() : new float[sample.Length];
        for (int i = 0; i < sample?.Length; i++)
            sorted[i] = column[sample[i]];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The greatest value of each bin; a bin is closed once it holds its part of the rows that are left.</summary>
    private static float[] Uppers(float[] sorted)
    {
        int distinct = 1;
        for (int i = 1; i < sorted.Length; i++)
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        var uppers = new List<float>();
        for (int i = 0, first = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && sorted[i + 1] == sorted[i])
                continue;
            bool full = distinct <= Most || (long)(i + 1 - first) * (Most - uppers.Count) >= sorted.Length - first;
            if (full || i + 1 == sorted.Length)
            {
                uppers.Add(sorted[i]);
                first = i + 1;
            }
        }
        return [.. uppers];
    }

    // Eight halvings of a padded table, each without a branch.
    private static void Assign(ReadOnlySpan<float> column, float[] uppers, byte[] cells)
    {
        Span<float> table = stackalloc float[Most];
        table.Fill(float.PositiveInfinity);
        uppers.AsSpan(0, uppers.Length - 1).CopyTo(table);
        for (int i = 0; i < cells.Length; i++)
        {
            float value = column[i];
            int bin = 0;
            for (int half = Most / 2; half > 0; half /= 2)
                bin += table[bin + half - 1] < value ? half : 0;
            cells[i] = (byte)bin;
        }
    }

    private static (float[] Lows, float[] Highs) Ranges(ReadOnlySpan<float> column, byte[] cells, int bins)
    {
        float[] lows = new float[bins], highs = new float[bins];
        Array.Fill(lows, float.PositiveInfinity);
        Array.Fill(highs, float.NegativeInfinity);
        for (int i = 0; i < cells.Length; i++)
        {
            int bin = cells[i];
            lows[bin] = Math.Min(lows[bin], column[i]);
            highs[bin] = Math.Max(highs[bin], column[i]);
        }
        return (lows, highs);
    }
}
