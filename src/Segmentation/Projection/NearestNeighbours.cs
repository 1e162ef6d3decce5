using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Projection;

/// <summary>The nearest other rows of every row, by measuring all pairs: in many columns no tree beats that.</summary>
internal sealed class NearestNeighbours
{
    private const int RowsPerPiece = 64;

    private readonly int[] _rows;
    private readonly float[] _squares;

    private NearestNeighbours(int rows, int count)
    {
        Count = count;
        _rows = new int[rows * count];
        _squares = new float[rows * count];
    }

    /// <summary>Neighbours per row.</summary>
    public int Count { get; }

    /// <summary>The neighbours of a row, in rising order of their number and not of their distance.</summary>
    public ReadOnlySpan<int> Rows(int row) => _rows.AsSpan(row * Count, Count);

    /// <summary>The squared distances to them, in float32.</summary>
    public ReadOnlySpan<float> Squares(int row) => _squares.AsSpan(row * Count, Count);

    /// <summary>In how many parts the search reports its progress.</summary>
    public static int Pieces(int rows) => (rows + RowsPerPiece - 1) / RowsPerPiece;

    /// <summary>Count is at most one less than there are rows; of equal distances the lower row is nearer. O(rows² · columns).</summary>
    public static NearestNeighbours Of(Matrix data, int count, int threads, ProgressCount progress, CancellationToken cancellation)
    {
        var nearest = new NearestNeighbours(data.Rows, count);
        var unbounded = new float[data.PaddedRows];
        Array.Fill(unbounded, float.PositiveInfinity);
        Workers.Run(Pieces(data.Rows), threads, piece =>
        {
            var squares = new float[data.PaddedRows];
            var keys = new ulong[4 * count + 16];
            for (int i = piece * RowsPerPiece; i < Math.Min(data.Rows, (piece + 1) * RowsPerPiece); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                SquaredDistance.Least(data, Array.ConvertAll(data.Row(i), x => (float)x), unbounded, squares);
                nearest.Keep(i, squares.AsSpan(0, data.Rows), keys);
            }
            progress.Add();
        }, cancellation);
        return nearest;
    }

    /// <summary>Distances that may still count are collected; whenever the keys are full, the nearest of them stay and the others go.</summary>
    private void Keep(int row, ReadOnlySpan<float> squares, ulong[] keys)
    {
        int held = 0;
        float bound = float.PositiveInfinity;
        for (int i = 0; i < squares.Length; i++)
        {
            if (!(squares[i] < bound) || i == row)
                continue;
            // The bits of positive floats sort as they do; the row below makes keys distinct.
            keys[held++] = ((ulong)BitConverter.SingleToUInt32Bits(squares[i]) << 32) | (uint)i;
            if (held < keys.Length)
                continue;
            Selection.Partition(keys, Count);
            held = Count;
            bound = Square(keys.Take(Count).Max());
        }
        if (held > Count)
            Selection.Partition(keys.AsSpan(0, held), Count);
        var kept = keys.AsSpan(0, Count);
        kept.Sort((a, b) => ((uint)a).CompareTo((uint)b));
        for (int n = 0; n < Count; n++)
        {
            _rows[row * Count + n] = (int)(uint)kept[n];
            _squares[row * Count + n] = Square(kept[n]);
        }
    }

    private static float Square(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));
}
