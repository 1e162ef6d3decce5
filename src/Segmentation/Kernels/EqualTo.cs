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

    /// <summary>Bit i is set where left[from + i] is not right[from + i].</summary>
    public static ulong Differ(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int from)
    {
        ref int a = ref MemoryMarshal.GetReference(left.Slice(from, Width));
        ref int b = ref MemoryMarshal.GetReference(right.Slice(from, Width));
        return (~Vector512.Equals(Vector512.LoadUnsafe(ref a), Vector512.LoadUnsafe(ref b))).ExtractMostSignificantBits();
    }
}
