using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Squared Euclidean distances from one point to a range of rows, in float32.</summary>
internal static class SquaredDistance
{
    /// <summary>into[i] = min(bound[i], |row from + i - point|²) for rows <paramref name="from"/> to <paramref name="to"/>, which are whole blocks.</summary>
    public static void Least(Matrix data, int from, int to, ReadOnlySpan<float> point, ReadOnlySpan<float> bound, Span<float> into)
    {
        if (Vector512.IsHardwareAccelerated)
            Least<Lanes512>(data, from, to, point, bound, into);
        else if (Vector256.IsHardwareAccelerated)
            Least<Lanes256>(data, from, to, point, bound, into);
        else
            Least<LanesPlain>(data, from, to, point, bound, into);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Least<T>(Matrix data, int from, int to, ReadOnlySpan<float> point, ReadOnlySpan<float> bound, Span<float> into)
        where T : struct, ILanes<T>
    {
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float before = ref MemoryMarshal.GetReference(bound);
        ref float after = ref MemoryMarshal.GetReference(into);
        for (nint i = from; i < to; i += T.Width)
        {
            T sum = T.Create(0);
            nint x = i;
            foreach (float coordinate in point)
            {
                T difference = T.Load(ref first, x) - T.Create(coordinate);
                sum = T.MultiplyAdd(difference, difference, sum);
                x += stride;
            }
            T.Store(T.Min(sum, T.Load(ref before, i - from)), ref after, i - from);
        }
    }
}
