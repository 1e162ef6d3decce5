using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Plain sums in double, in eight running sums, which are the same eight on every machine.</summary>
internal static class Sum
{
    private const int Running = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<double> values)
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        Vector256<double> low = default, high = default;
        int i = 0;
        for (; i + Running <= values.Length; i += Running)
        {
            low += Vector256.LoadUnsafe(ref Unsafe.Add(ref first, i));
            high += Vector256.LoadUnsafe(ref Unsafe.Add(ref first, i + 4));
        }
        double rest = 0;
        for (; i < values.Length; i++)
            rest += Unsafe.Add(ref first, i);
        return Vector256.Sum(low + high) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector256<double> low = default, high = default;
        int i = 0;
        for (; i + Running <= values.Length; i += Running)
        {
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref first, i)));
            low += lower;
            high += upper;
        }
        double rest = 0;
        for (; i < values.Length; i++)
            rest += Unsafe.Add(ref first, i);
        return Vector256.Sum(low + high) + rest;
    }
}
