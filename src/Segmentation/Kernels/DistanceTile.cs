using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>
/// All Euclidean distances between two short ranges of rows in float32, added up both by row and by column: each pair is
/// measured once and counts for both.
/// </summary>
internal static class DistanceTile
{
    /// <summary>The most rows on either side: float32 sums of more would lose digits.</summary>
    public const int MaxRows = 512;

    /// <summary>Adds to one sum per row of the first range and one per row of the second; the second span is as long as whole registers need.</summary>
    public static void Add(Matrix data, Range rows, Range columns, Span<float> rowSums, Span<float> columnSums)
    {
        if (Vector512.IsHardwareAccelerated)
            Add<Lanes512>(data, rows, columns, rowSums, columnSums);
        else if (Vector256.IsHardwareAccelerated)
            Add<Lanes256>(data, rows, columns, rowSums, columnSums);
        else
            Add<LanesPlain>(data, rows, columns, rowSums, columnSums);
    }

    public static void Add<T>(Matrix data, Range rows, Range columns, Span<float> rowSums, Span<float> columnSums)
        where T : struct, ILanes<T>
    {
        int i = rows.Start.Value, end = rows.End.Value;
        for (; i + 4 <= end; i += 4)
            AddFour<T>(data, i, columns, rowSums[(i - rows.Start.Value)..], columnSums);
        for (; i < end; i++)
            AddOne<T>(data, i, columns, rowSums[(i - rows.Start.Value)..], columnSums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour<T>(Matrix data, int row, Range columns, Span<float> rowSums, Span<float> columnSums)
        where T : struct, ILanes<T>
    {
        int d = data.Columns, from = columns.Start.Value, to = columns.End.Value;
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float point = ref Unsafe.Add(ref first, row);
        ref float columnSum = ref MemoryMarshal.GetReference(columnSums);
        T sum0 = T.Create(0), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int i = from; i < to; i += T.Width)
        {
            T square0 = T.Create(0), square1 = square0, square2 = square0, square3 = square0;
            nint offset = 0;
            for (int j = 0; j < d; j++, offset += stride)
            {
                T x = T.Load(ref first, i + offset);
                T difference0 = x - T.Create(Unsafe.Add(ref point, offset));
                T difference1 = x - T.Create(Unsafe.Add(ref point, offset + 1));
                T difference2 = x - T.Create(Unsafe.Add(ref point, offset + 2));
                T difference3 = x - T.Create(Unsafe.Add(ref point, offset + 3));
                square0 = T.MultiplyAdd(difference0, difference0, square0);
                square1 = T.MultiplyAdd(difference1, difference1, square1);
                square2 = T.MultiplyAdd(difference2, difference2, square2);
                square3 = T.MultiplyAdd(difference3, difference3, square3);
            }
            if (to - i < T.Width)
            {
                square0 = T.First(square0, to - i);
                square1 = T.First(square1, to - i);
                square2 = T.First(square2, to - i);
                square3 = T.First(square3, to - i);
            }
            T distance0 = T.Sqrt(square0), distance1 = T.Sqrt(square1), distance2 = T.Sqrt(square2), distance3 = T.Sqrt(square3);
            sum0 += distance0;
            sum1 += distance1;
            sum2 += distance2;
            sum3 += distance3;
            T.Store(T.Load(ref columnSum, i - from) + (distance0 + distance1 + (distance2 + distance3)), ref columnSum, i - from);
        }
        rowSums[0] += T.Sum(sum0);
        rowSums[1] += T.Sum(sum1);
        rowSums[2] += T.Sum(sum2);
        rowSums[3] += T.Sum(sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOne<T>(Matrix data, int row, Range columns, Span<float> rowSums, Span<float> columnSums)
        where T : struct, ILanes<T>
    {
        int d = data.Columns, from = columns.Start.Value, to = columns.End.Value;
        nint stride = data.Stride;
        ref float first = ref data.First;
        ref float columnSum = ref MemoryMarshal.GetReference(columnSums);
        T sum = T.Create(0);
        for (int i = from; i < to; i += T.Width)
        {
            T square = T.Create(0);
            nint offset = 0;
            for (int j = 0; j < d; j++, offset += stride)
            {
                T difference = T.Load(ref first, i + offset) - T.Create(Unsafe.Add(ref first, row + offset));
                square = T.MultiplyAdd(difference, difference, square);
            }
            T distance = T.Sqrt(T.First(square, to - i));
            sum += distance;
            T.Store(T.Load(ref columnSum, i - from) + distance, ref columnSum, i - from);
        }
        rowSums[0] += T.Sum(sum);
    }
}
