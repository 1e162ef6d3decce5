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
        Vector512<double> sum = default;
        int i = 0;
        for (; i + Running <= values.Length; i += Running)
            sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, i));
        double rest = 0;
        for (; i < values.Length; i++)
            rest += Unsafe.Add(ref first, i);
        return Vector256.Sum(sum.GetLower() + sum.GetUpper()) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector512<double> sum = default;
        int i = 0;
        for (; i + Running <= values.Length; i += Running)
            sum += Vector512.WidenLower(Vector256.LoadUnsafe(ref Unsafe.Add(ref first, i)).ToVector512Unsafe());
        double rest = 0;
        for (; i < values.Length; i++)
            rest += Unsafe.Add(ref first, i);
        return Vector256.Sum(sum.GetLower() + sum.GetUpper()) + rest;
    }
}
