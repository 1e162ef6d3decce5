using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Rows of a table less a centre, in double, column after column.</summary>
internal static class CentredRows
{
    private const int Lanes = 16;

    /// <summary>Rows <paramref name="from"/> on, a multiple of 16 of them (rows past the last are zeros); column j begins at j · rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(Matrix data, int from, int rows, ReadOnlySpan<double> centre, Span<double> into)
    {
        ref double target = ref MemoryMarshal.GetReference(into);
        for (int j = 0; j < centre.Length; j++, target = ref Unsafe.Add(ref target, rows))
        {
            ref float source = ref Unsafe.Add(ref data.First, (nint)data.Stride * j + from);
            var origin = Vector512.Create(centre[j]);
            for (int i = 0; i < rows; i += Lanes)
            {
                var (low, high) = Vector512.Widen(Vector512.LoadUnsafe(ref Unsafe.Add(ref source, i)));
                (low - origin).StoreUnsafe(ref Unsafe.Add(ref target, i));
                (high - origin).StoreUnsafe(ref Unsafe.Add(ref target, i + Lanes / 2));
            }
        }
    }
}
