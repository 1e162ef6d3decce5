using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Where whole numbers equal one of them, sixteen at a time.</summary>
internal static class EqualTo
{
    public const int Width = 16;

    /// <summary>Bit i is set where values[from + i] is the value; there must be 16 values from there.</summary>
    public static ulong Mask(ReadOnlySpan<int> values, int from, int value)
    {
        ref int first = ref MemoryMarshal.GetReference(values.Slice(from, Width));
        return Vector512.Equals(Vector512.LoadUnsafe(ref first), Vector512.Create(value)).ExtractMostSignificantBits();
    }

    /// <summary>Bit i is set where left[from + i] is not right[from + i]; both may end before sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Differ(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int from)
    {
        if (left.Length - from < Width)
            return DifferInFew(left[from..], right[from..]);
        ref int a = ref MemoryMarshal.GetReference(left.Slice(from, Width));
        ref int b = ref MemoryMarshal.GetReference(right.Slice(from, Width));
        return (~Vector512.Equals(Vector512.LoadUnsafe(ref a), Vector512.LoadUnsafe(ref b))).ExtractMostSignificantBits();
    }

    private static ulong DifferInFew(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        ulong differ = 0;
        for (int i = 0; i < left.Length; i++)
            differ |= left[i] == right[i] ? 0 : 1UL << i;
        return differ;
    }
}
