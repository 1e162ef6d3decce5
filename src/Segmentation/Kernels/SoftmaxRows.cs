using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Linear scores of rows and the probabilities that follow from them, in double. A column is a run of rows, a multiple of 8 of them.</summary>
internal static class SoftmaxRows
{
    private const int Lanes = 8;

    /// <summary>One class: intercept + Σ weight · column, for each row; column j begins at j · rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Score(ReadOnlySpan<double> columns, ReadOnlySpan<double> weights, double intercept, Span<double> scores)
    {
        ref double x = ref MemoryMarshal.GetReference(columns);
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double target = ref MemoryMarshal.GetReference(scores);
        for (nint i = 0; i < scores.Length; i += Lanes)
        {
            var score = Vector512.Create(intercept);
            ref double column = ref Unsafe.Add(ref x, i);
            for (int j = 0; j < weights.Length; j++, column = ref Unsafe.Add(ref column, scores.Length))
                score += Vector512.LoadUnsafe(ref column) * Vector512.Create(Unsafe.Add(ref w, j));
            score.StoreUnsafe(ref target, (nuint)i);
        }
    }

    /// <summary>Adds to each sum the products of its column with the factors; column j begins at j · rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ReadOnlySpan<double> columns, ReadOnlySpan<double> factors, Span<double> sums)
    {
        ref double column = ref MemoryMarshal.GetReference(columns);
        ref double factor = ref MemoryMarshal.GetReference(factors);
        for (int j = 0; j < sums.Length; j++, column = ref Unsafe.Add(ref column, factors.Length))
        {
            Vector512<double> even = default, odd = default;
            nuint i = 0;
            for (; i + 2 * Lanes <= (nuint)factors.Length; i += 2 * Lanes)
            {
                even += Vector512.LoadUnsafe(ref column, i) * Vector512.LoadUnsafe(ref factor, i);
                odd += Vector512.LoadUnsafe(ref column, i + Lanes) * Vector512.LoadUnsafe(ref factor, i + Lanes);
            }
            for (; i < (nuint)factors.Length; i += Lanes)
                even += Vector512.LoadUnsafe(ref column, i) * Vector512.LoadUnsafe(ref factor, i);
            sums[j] += Vector512.Sum(even + odd);
        }
    }

    /// <summary>Turns scores into probabilities in place, class c beginning at c · rows, and gives per row ln Σ e^score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise(Span<double> scores, int classes, Span<double> logSums)
    {
        ref double first = ref MemoryMarshal.GetReference(scores);
        ref double target = ref MemoryMarshal.GetReference(logSums);
        int rows = logSums.Length;
        for (nint i = 0; i < rows; i += Lanes)
        {
            ref double here = ref Unsafe.Add(ref first, i);
            var greatest = Vector512.LoadUnsafe(ref here);
            for (int c = 1; c < classes; c++)
                greatest = Vector512.Max(greatest, Vector512.LoadUnsafe(ref Unsafe.Add(ref here, (nint)c * rows)));
            var sum = Vector512<double>.Zero;
            for (int c = 0; c < classes; c++)
            {
                ref double place = ref Unsafe.Add(ref here, (nint)c * rows);
                var power = Vector512.Exp(Vector512.LoadUnsafe(ref place) - greatest);
                power.StoreUnsafe(ref place);
                sum += power;
            }
            (greatest + Vector512.Log(sum)).StoreUnsafe(ref target, (nuint)i);
            var share = Vector512<double>.One / sum;
            for (int c = 0; c < classes; c++)
            {
                ref double place = ref Unsafe.Add(ref here, (nint)c * rows);
                (Vector512.LoadUnsafe(ref place) * share).StoreUnsafe(ref place);
            }
        }
    }
}
