using Segmentation.Neighbours;

namespace Segmentation.Projection;

/// <summary>The nearest of the rows offered, the lower of equally near ones. They are collected, and whenever there is no more room the nearest stay and the others go.</summary>
internal sealed class NearestKeys(int count)
{
    private readonly ulong[] _keys = new ulong[2 * count + 64];
    private int _held;

    /// <summary>Rows at a greater squared distance are of no use.</summary>
    public float Bound { get; private set; } = float.PositiveInfinity;

    public void Clear() => (_held, Bound) = (0, float.PositiveInfinity);

    public void Offer(float square, int row)
    {
        if (!(square <= Bound))
            return;
        // The bits of positive floats sort as they do; the row below makes keys distinct.
        _keys[_held++] = ((ulong)BitConverter.SingleToUInt32Bits(square) << 32) | (uint)row;
        if (_held < _keys.Length)
            return;
        Selection.Partition(_keys, count);
        _held = count;
        Bound = Square(_keys.Take(count).Max());
    }

    /// <summary>In rising order of their number.</summary>
    public void CopyTo(Span<int> rows, Span<float> squares)
    {
        Selection.Partition(_keys.AsSpan(0, _held), count);
        var kept = _keys.AsSpan(0, count);
        kept.Sort((a, b) => ((uint)a).CompareTo((uint)b));
        for (int n = 0; n < count; n++)
            (rows[n], squares[n]) = ((int)(uint)kept[n], Square(kept[n]));
    }

    private static float Square(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));
}
