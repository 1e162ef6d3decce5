using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>
/// The nearest of k centres for every row, in float32. |x - c|² is least where x·c - |c|²/2 is greatest, which costs one
/// multiply-add per number; the price is that near ties may fall either way.
/// </summary>
internal static class NearestCentre
{
    /// <summary>Rows <paramref name="from"/> to <paramref name="to"/> are whole blocks; a centre is its d numbers, then -|c|²/2.</summary>
    public static void Assign(Matrix data, int from, int to, ReadOnlySpan<float> centres, Span<int> labels)
    {
        if (Vector512.IsHardwareAccelerated)
            Assign<Lanes512>(data, from, to, centres, labels);
        else if (Vector256.IsHardwareAccelerated)
            Assign<Lanes256>(data, from, to, centres, labels);
        else
            Assign<LanesPlain>(data, from, to, centres, labels);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Assign<T>(Matrix data, int from, int to, ReadOnlySpan<float> centres, Span<int> labels)
        where T : struct, ILanes<T>
    {
        int d = data.Columns;
        nint stride = data.Stride;
        int width = T.Width;
        ref float first = ref data.First;
        ref int label = ref MemoryMarshal.GetReference(labels);
        for (nint i = from; i < to; i += 4 * width)
        {
            T best0, best1, best2, best3, index0, index1, index2, index3;
            best0 = best1 = best2 = best3 = T.Create(float.NegativeInfinity);
            index0 = index1 = index2 = index3 = T.Create(0);
            ref float centre = ref MemoryMarshal.GetReference(centres);
            Ahead.Fetch(ref Unsafe.Add(ref first, i), 4 * width, d, stride);
            for (int c = 0; c * (d + 1) < centres.Length; c++)
            {
                T score0, score1, score2, score3;
                score0 = score1 = score2 = score3 = T.Create(Unsafe.Add(ref centre, d));
                nint x = i;
                for (int j = 0; j < d; j++, x += stride)
                {
                    T coordinate = T.Create(Unsafe.Add(ref centre, j));
                    score0 = T.MultiplyAdd(T.Load(ref first, x), coordinate, score0);
                    score1 = T.MultiplyAdd(T.Load(ref first, x + width), coordinate, score1);
                    score2 = T.MultiplyAdd(T.Load(ref first, x + 2 * width), coordinate, score2);
                    score3 = T.MultiplyAdd(T.Load(ref first, x + 3 * width), coordinate, score3);
                }
                T index = T.Create(c);
                index0 = T.WhereGreater(score0, best0, index, index0);
                index1 = T.WhereGreater(score1, best1, index, index1);
                index2 = T.WhereGreater(score2, best2, index, index2);
                index3 = T.WhereGreater(score3, best3, index, index3);
                best0 = T.Max(best0, score0);
                best1 = T.Max(best1, score1);
                best2 = T.Max(best2, score2);
                best3 = T.Max(best3, score3);
                centre = ref Unsafe.Add(ref centre, d + 1);
            }
            T.StoreAsInt(index0, ref label, i - from);
            T.StoreAsInt(index1, ref label, i - from + width);
            T.StoreAsInt(index2, ref label, i - from + 2 * width);
            T.StoreAsInt(index3, ref label, i - from + 3 * width);
        }
    }
}
