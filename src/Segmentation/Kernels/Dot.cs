using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Products in double, summed in eight running sums without fused steps: the same bits on every machine.</summary>
internal static class Dot
{
    private const int Running = 8;

    /// <summary>Both spans have one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length, nameof(right));
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector512<double> sum = default;
        int i = 0;
        for (; i + Running <= left.Length; i += Running)
            sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref a, i)) * Vector512.LoadUnsafe(ref Unsafe.Add(ref b, i));
        double rest = 0;
        for (; i < left.Length; i++)
            rest += Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
        return Vector256.Sum(sum.GetLower() + sum.GetUpper()) + rest;
    }

    /// <summary>The products themselves, all spans of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, left.Length, nameof(into));
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        ref double target = ref MemoryMarshal.GetReference(into);
        int i = 0;
        for (; i + Running <= left.Length; i += Running)
            (Vector512.LoadUnsafe(ref Unsafe.Add(ref a, i)) * Vector512.LoadUnsafe(ref Unsafe.Add(ref b, i))).StoreUnsafe(ref Unsafe.Add(ref target, i));
        for (; i < left.Length; i++)
            Unsafe.Add(ref target, i) = Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
    }
}
