using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>Logarithms of unnormalised shares to shares that sum to 1, row by row, in double.</summary>
internal static class SoftMax
{
    private const int Lanes = 8;

    /// <summary>Scores of one group after the other become shares; logs get the logarithm of each row's sum. Rows are a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<double> scores, int rows, Span<double> logs)
    {
        ref double first = ref MemoryMarshal.GetReference(scores);
        ref double log = ref MemoryMarshal.GetReference(logs);
        for (int i = 0; i < rows; i += Lanes)
        {
            var greatest = Vector512.Create(double.NegativeInfinity);
            for (int s = i; s < scores.Length; s += rows)
                greatest = Vector512.Max(greatest, Vector512.LoadUnsafe(ref Unsafe.Add(ref first, s)));
            Vector512<double> sum = default;
            for (int s = i; s < scores.Length; s += rows)
            {
                var share = Vector512.Exp(Vector512.LoadUnsafe(ref Unsafe.Add(ref first, s)) - greatest);
                sum += share;
                share.StoreUnsafe(ref Unsafe.Add(ref first, s));
            }
            for (int s = i; s < scores.Length; s += rows)
                (Vector512.LoadUnsafe(ref Unsafe.Add(ref first, s)) / sum).StoreUnsafe(ref Unsafe.Add(ref first, s));
            (greatest + Vector512.Log(sum)).StoreUnsafe(ref Unsafe.Add(ref log, i));
        }
    }
}
