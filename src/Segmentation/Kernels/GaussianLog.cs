using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Logarithms of a Gaussian density for centred rows, in double and without fused steps.</summary>
internal static class GaussianLog
{
    private const int Lanes = 8;

    /// <summary>
    /// into[i] = constant - |W x|²/2, where W is the inverse of the Cholesky factor, its lower triangle row by row. The centred
    /// rows are a multiple of 8, column after column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(ReadOnlySpan<double> centred, int rows, ReadOnlySpan<double> triangle, double constant, Span<double> into)
    {
        ref double first = ref MemoryMarshal.GetReference(centred);
        ref double weights = ref MemoryMarshal.GetReference(triangle);
        ref double target = ref MemoryMarshal.GetReference(into);
        var half = Vector512.Create(0.5);
        var start = Vector512.Create(constant);
        for (int i = 0; i < rows; i += Lanes)
        {
            Vector512<double> square = default;
            for (int j = 0, w = 0; w < triangle.Length; j++)
            {
                Vector512<double> sum = default;
                for (int l = 0, x = i; l <= j; l++, w++, x += rows)
                    sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, x)) * Vector512.Create(Unsafe.Add(ref weights, w));
                square += sum * sum;
            }
            (start - half * square).StoreUnsafe(ref Unsafe.Add(ref target, i));
        }
    }
}
