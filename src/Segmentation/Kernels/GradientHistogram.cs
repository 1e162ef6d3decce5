using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Sums of gradients and curvatures per bin, a pair of doubles each: 256 pairs for each column.</summary>
internal static class GradientHistogram
{
    public const int DoublesPerColumn = 2 * 256;

    /// <summary>Adds the pairs of some rows; cells are row after row, a byte per column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, ReadOnlySpan<byte> cells, int columns, Span<double> histogram)
    {
        ref float pair = ref MemoryMarshal.GetReference(pairs);
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref double sums = ref MemoryMarshal.GetReference(histogram);
        foreach (int row in rows)
        {
            var added = Pair(ref pair, row);
            ref byte own = ref Unsafe.Add(ref cell, (nint)row * columns);
            ref double column = ref sums;
            for (nint j = 0; j < columns; j++, column = ref Unsafe.Add(ref column, DoublesPerColumn))
            {
                ref double place = ref Unsafe.Add(ref column, 2 * (nint)Unsafe.Add(ref own, j));
                (Vector128.LoadUnsafe(ref place) + added).StoreUnsafe(ref place);
            }
        }
    }

    /// <summary>The sum of the pairs of some rows.</summary>
    public static (double Gradient, double Curvature) Total(ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs)
    {
        ref float pair = ref MemoryMarshal.GetReference(pairs);
        var sum = Vector128<double>.Zero;
        foreach (int row in rows)
            sum += Pair(ref pair, row);
        return (sum[0], sum[1]);
    }

    /// <summary>What the part leaves of the whole.</summary>
    public static void Subtract(Span<double> whole, ReadOnlySpan<double> part)
    {
        ref double from = ref MemoryMarshal.GetReference(whole);
        ref double less = ref MemoryMarshal.GetReference(part);
        for (nuint i = 0; i < (nuint)part.Length; i += 8)
            (Vector512.LoadUnsafe(ref from, i) - Vector512.LoadUnsafe(ref less, i)).StoreUnsafe(ref from, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(ref float pairs, int row) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.As<float, double>(ref Unsafe.Add(ref pairs, 2 * (nint)row))).AsSingle());
}
