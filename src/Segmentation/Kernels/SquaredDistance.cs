using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Squared Euclidean distances from one point to a range of rows, in float32.</summary>
internal static class SquaredDistance
{
    /// <summary>into[i] = min(bound[i], |row i - point|²) for all rows; both spans have the padded length.</summary>
    public static void Least(Matrix data, ReadOnlySpan<float> point, ReadOnlySpan<float> bound, Span<float> into)
    {
        if (Vector512.IsHardwareAccelerated)
            Least<Lanes512>(data, point, bound, into);
        else if (Vector256.IsHardwareAccelerated)
            Least<Lanes256>(data, point, bound, into);
        else
            Least<LanesPlain>(data, point, bound, into);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Least<T>(Matrix data, ReadOnlySpan<float> point, ReadOnlySpan<float> bound, Span<float> into)
        where T : struct, ILanes<T>
    {
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float before = ref MemoryMarshal.GetReference(bound);
        ref float after = ref MemoryMarshal.GetReference(into);
        for (nint i = 0; i < data.PaddedRows; i += T.Width)
        {
            T sum = T.Create(0);
            nint x = i;
            foreach (float coordinate in point)
            {
                T difference = T.Load(ref first, x) - T.Create(coordinate);
                sum = T.MultiplyAdd(difference, difference, sum);
                x += stride;
            }
            T.Store(T.Min(sum, T.Load(ref before, i)), ref after, i);
        }
    }
}
