using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>
/// How bodies in the plane push points away under the Student kernel w = 1 / (1 + distance²): per point Σ m·w and the vector
/// Σ m·w²·(point - body). Points, bodies and results are x, y and mass (or weight) apart.
/// </summary>
internal static class Repulsion
{
    /// <summary>Points come in a multiple of the widest register, padded with any numbers; results are overwritten.</summary>
    public static void Of(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Bodies bodies, Span<float> pushX, Span<float> pushY, Span<float> weights)
    {
        if (Vector512.IsHardwareAccelerated)
            Of<Lanes512>(x, y, bodies, pushX, pushY, weights);
        else if (Vector256.IsHardwareAccelerated)
            Of<Lanes256>(x, y, bodies, pushX, pushY, weights);
        else
            Of<LanesPlain>(x, y, bodies, pushX, pushY, weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Bodies bodies, Span<float> pushX, Span<float> pushY, Span<float> weights)
        where T : struct, ILanes<T>
    {
        ref float bodyX = ref MemoryMarshal.GetReference(bodies.X);
        ref float bodyY = ref MemoryMarshal.GetReference(bodies.Y);
        ref float mass = ref MemoryMarshal.GetReference(bodies.Mass);
        T one = T.Create(1);
        for (int i = 0; i < x.Length; i += T.Width)
        {
            T atX = T.Load(ref MemoryMarshal.GetReference(x), i), atY = T.Load(ref MemoryMarshal.GetReference(y), i);
            T sumX = T.Create(0), sumY = sumX, sum = sumX;
            for (int b = 0; b < bodies.Count; b++)
            {
                T gapX = atX - T.Create(Unsafe.Add(ref bodyX, b)), gapY = atY - T.Create(Unsafe.Add(ref bodyY, b));
                T weight = one / T.MultiplyAdd(gapX, gapX, T.MultiplyAdd(gapY, gapY, one));
                T weighted = weight * T.Create(Unsafe.Add(ref mass, b));
                T push = weighted * weight;
                sum += weighted;
                sumX = T.MultiplyAdd(push, gapX, sumX);
                sumY = T.MultiplyAdd(push, gapY, sumY);
            }
            T.Store(sumX, ref MemoryMarshal.GetReference(pushX), i);
            T.Store(sumY, ref MemoryMarshal.GetReference(pushY), i);
            T.Store(sum, ref MemoryMarshal.GetReference(weights), i);
        }
    }
}
