using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>
/// Which of up to 64 rows lie within a radius of a point, inclusive. Float32 decides all but a thin band around the
/// radius, where double decides, so the answer is that of double throughout.
/// </summary>
internal readonly struct Within
{
    // Below this square a float32 square has lost digits, and double decides.
    private const double Tiny = 1e-30;

    private readonly float _surely;
    private readonly double _squaredRadius;

    public Within(double radius, int columns)
    {
        // A difference, its square and a sum of d squares are off by at most (d + 2) roundings of 2^-24 each.
        double band = (columns + 8) * Math.ScaleB(1, -22);
        _squaredRadius = radius * radius;
        _surely = (float)(_squaredRadius * (1 - band) - Tiny);
        Possibly = (float)(_squaredRadius * (1 + band) + Tiny);
    }

    /// <summary>Squared float32 distances above this are outside for certain.</summary>
    public float Possibly { get; }

    /// <summary>Bit i is set where row from + i lies within; at most 64 rows.</summary>
    public ulong Mask(Matrix data, int from, int to, ReadOnlySpan<float> point) =>
        Vector512.IsHardwareAccelerated ? Mask<Lanes512>(data, from, to, point)
        : Vector256.IsHardwareAccelerated ? Mask<Lanes256>(data, from, to, point)
        : Mask<LanesPlain>(data, from, to, point);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Mask<T>(Matrix data, int from, int to, ReadOnlySpan<float> point)
        where T : struct, ILanes<T>
    {
        T possibly = T.Create(Possibly);
        T surely = T.Create(_surely);
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float coordinate = ref MemoryMarshal.GetReference(point);
        ulong inside = 0, doubtful = 0;
        for (int i = from; i < to; i += T.Width)
        {
            T sum = T.Create(0);
            nint x = i;
            for (int j = 0; j < point.Length; j++, x += stride)
            {
                T difference = T.Load(ref first, x) - T.Create(Unsafe.Add(ref coordinate, j));
                sum = T.MultiplyAdd(difference, difference, sum);
            }
            ulong near = T.AtMost(sum, possibly);
            ulong sure = T.AtMost(sum, surely);
            inside |= sure << (i - from);
            doubtful |= (near & ~sure) << (i - from);
        }
        ulong rows = to - from == 64 ? ulong.MaxValue : (1UL << (to - from)) - 1;
        return (inside | Decide(data, from, doubtful & rows, point)) & rows;
    }

    private ulong Decide(Matrix data, int from, ulong doubtful, ReadOnlySpan<float> point)
    {
        ulong inside = 0;
        for (; doubtful != 0; doubtful &= doubtful - 1)
        {
            int bit = BitOperations.TrailingZeroCount(doubtful);
            if (Squared(data, from + bit, point) <= _squaredRadius)
                inside |= 1UL << bit;
        }
        return inside;
    }

    public static double Squared(Matrix data, int row, ReadOnlySpan<float> point)
    {
        double sum = 0;
        for (int j = 0; j < point.Length; j++)
        {
            double difference = (double)data[row, j] - point[j];
            sum += difference * difference;
        }
        return sum;
    }
}
