using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Which of up to 64 rows may lie within a distance of a point. Float32 decides generously: none that lies within is missed.</summary>
internal static class Near
{
    // Below this square a float32 square has lost digits.
    private const double Tiny = 1e-30;

    /// <summary>The limit of a float32 square, for an exact squared distance.</summary>
    public static float Limit(double squared, int columns) => (float)(squared * (1 + (columns + 8) * Math.ScaleB(1, -22)) + Tiny);

    /// <summary>Bit i is set where the squared distance of row from + i is at most the limit.</summary>
    public static ulong Mask(Matrix data, int from, int to, ReadOnlySpan<float> point, float limit) =>
        Vector512.IsHardwareAccelerated ? Mask<Lanes512>(data, from, to, point, limit)
        : Vector256.IsHardwareAccelerated ? Mask<Lanes256>(data, from, to, point, limit)
        : Mask<LanesPlain>(data, from, to, point, limit);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Mask<T>(Matrix data, int from, int to, ReadOnlySpan<float> point, float limit)
        where T : struct, ILanes<T>
    {
        T most = T.Create(limit);
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float coordinate = ref MemoryMarshal.GetReference(point);
        ulong near = 0;
        for (int i = from; i < to; i += T.Width)
        {
            T sum = T.Create(0);
            nint x = i;
            for (int j = 0; j < point.Length; j++, x += stride)
            {
                T difference = T.Load(ref first, x) - T.Create(Unsafe.Add(ref coordinate, j));
                sum = T.MultiplyAdd(difference, difference, sum);
            }
            near |= T.AtMost(sum, most) << (i - from);
        }
        return to - from == 64 ? near : near & ((1UL << (to - from)) - 1);
    }
}
