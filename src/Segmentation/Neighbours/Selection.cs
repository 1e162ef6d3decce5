namespace Segmentation.Neighbours;

/// <summary>Partial order around one position (Hoare's FIND, CACM 4, 1961), for distinct keys.</summary>
internal static class Selection
{
    private const int SampleSize = 32;

    /// <summary>Afterwards every key before <paramref name="position"/> is less than any from it on.</summary>
    public static void Partition(Span<ulong> keys, int position)
    {
        int low = 0, high = keys.Length;
        while (high - low > 1)
        {
            int middle = low + Divide(keys[low..high], Pivot(keys[low..high], position - low));
            if (position < middle)
                high = middle;
            else
                low = middle;
        }
    }

    /// <summary>Keys less than the pivot go to the front; returns how many. The comparison is added, not branched on: it is right half the time.</summary>
    private static int Divide(Span<ulong> keys, ulong pivot)
    {
        int less = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = keys[i];
            keys[i] = keys[less];
            keys[less] = key;
            less += key < pivot ? 1 : 0;
        }
        return less;
    }

    /// <summary>A key that a sample expects near the position, but never the least of all, so that each division makes progress.</summary>
    private static ulong Pivot(ReadOnlySpan<ulong> keys, int position)
    {
        int size = keys.Length < SampleSize * 8 ? Math.Min(3, keys.Length) : SampleSize;
        Span<ulong> sample = stackalloc ulong[SampleSize];
        for (int s = 0; s < size; s++)
            sample[s] = keys[(int)((long)s * (keys.Length - 1) / Math.Max(1, size - 1))];
        sample[..size].Sort();
        return sample[Math.Clamp((int)((long)position * size / keys.Length), 1, size - 1)];
    }
}
