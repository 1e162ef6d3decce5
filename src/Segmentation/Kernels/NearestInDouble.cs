using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>
/// The nearest of k centres for every row in double, equal distances to the lower index. Square by square in the order of
/// the columns and without fused steps, so that any machine, and any other place that adds squares so, gets the same bits.
/// </summary>
internal static class NearestInDouble
{
    private const int Half = 8;

    /// <summary>Rows <paramref name="from"/> to <paramref name="to"/> are whole blocks; the k centres follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Assign(Matrix data, int from, int to, ReadOnlySpan<double> centres, Span<int> labels, Span<double> distances)
    {
        int d = data.Columns;
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref int label = ref MemoryMarshal.GetReference(labels);
        ref double distance = ref MemoryMarshal.GetReference(distances);
        for (nint i = from; i < to; i += 2 * Half)
        {
            Vector512<double> nearest0 = Vector512.Create(double.PositiveInfinity), nearest1 = nearest0;
            Vector512<double> index0 = default, index1 = default;
            ref double centre = ref MemoryMarshal.GetReference(centres);
            Ahead.Fetch(ref Unsafe.Add(ref first, i), 2 * Half, d, stride);
            for (int c = 0; c * d < centres.Length; c++, centre = ref Unsafe.Add(ref centre, d))
            {
                Vector512<double> sum0 = default, sum1 = default;
                nint x = i;
                for (int j = 0; j < d; j++, x += stride)
                {
                    var (x0, x1) = Vector512.Widen(Vector512.LoadUnsafe(ref Unsafe.Add(ref first, x)));
                    var coordinate = Vector512.Create(Unsafe.Add(ref centre, j));
                    x0 -= coordinate;
                    x1 -= coordinate;
                    sum0 += x0 * x0;
                    sum1 += x1 * x1;
                }
                var index = Vector512.Create((double)c);
                index0 = Vector512.ConditionalSelect(Vector512.LessThan(sum0, nearest0), index, index0);
                index1 = Vector512.ConditionalSelect(Vector512.LessThan(sum1, nearest1), index, index1);
                nearest0 = Vector512.MinNative(sum0, nearest0);
                nearest1 = Vector512.MinNative(sum1, nearest1);
            }
            Vector512.ConvertToInt32(Vector512.Narrow(index0, index1)).StoreUnsafe(ref Unsafe.Add(ref label, i - from));
            nearest0.StoreUnsafe(ref Unsafe.Add(ref distance, i - from));
            nearest1.StoreUnsafe(ref Unsafe.Add(ref distance, i - from + Half));
        }
    }
}
