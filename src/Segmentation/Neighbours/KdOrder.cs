using System.Numerics;

namespace Segmentation.Neighbours;

/// <summary>The order of rows in a k-d tree: halves by the median of a wide column, down to leaves.</summary>
internal sealed class KdOrder(Matrix data, int threads, CancellationToken cancellation)
{
    private const int RowsWorthATask = 1 << 14;
    private const int SampleRows = 128;

    // A sortable value above the row, so that keys are distinct.
    private readonly ulong[] _keys = new ulong[data.Rows];

    public int[] Build()
    {
        for (int i = 0; i < _keys.Length; i++)
            _keys[i] = (uint)i;
        Split(0, data.Rows);
        return Array.ConvertAll(_keys, key => (int)(uint)key);
    }

    private void Split(int from, int to)
    {
        int leaves = (to - from + KdTree.LeafRows - 1) / KdTree.LeafRows;
        if (leaves <= 1)
            return;
        int middle = from + LeftLeaves(leaves) * KdTree.LeafRows;
        LoadKeys(from, to);
        Selection.Partition(_keys.AsSpan(from, to - from), middle - from);
        if (threads <= 1 || to - from < RowsWorthATask)
        {
            Split(from, middle);
            Split(middle, to);
            return;
        }
        Workers.Run(2, threads, half => Split(half == 0 ? from : middle, half == 0 ? middle : to), cancellation);
    }

    // A heap of leaves fills its last level from the left.
    private static int LeftLeaves(int leaves) => (int)BitOperations.RoundUpToPowerOf2((uint)leaves) / 2;

    private void LoadKeys(int from, int to)
    {
        var column = data.Column(WideColumn(from, to));
        foreach (ref ulong key in _keys.AsSpan(from, to - from))
            key = ((ulong)Sortable(column[(int)(uint)key]) << 32) | (uint)key;
    }

    /// <summary>The bits of a float in an order that unsigned integers keep: negative ones reversed, then positive ones.</summary>
    private static uint Sortable(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);
    }

    // The widest column of a sample: any column would do, the widest makes compact leaves.
    private int WideColumn(int from, int to)
    {
        cancellation.ThrowIfCancellationRequested();
        int widest = 0;
        double width = -1;
        for (int j = 0; j < data.Columns; j++)
        {
            double range = Range(data.Column(j), from, to);
            if (range > width)
                (widest, width) = (j, range);
        }
        return widest;
    }

    private double Range(ReadOnlySpan<float> column, int from, int to)
    {
        int step = Math.Max(1, (to - from) / SampleRows);
        float low = float.MaxValue, high = float.MinValue;
        for (int i = from; i < to; i += step)
        {
            float x = column[(int)(uint)_keys[i]];
            low = MathF.Min(low, x);
            high = MathF.Max(high, x);
        }
        return (double)high - low;
    }
}
