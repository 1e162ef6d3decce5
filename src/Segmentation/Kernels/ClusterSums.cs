using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Kernels;

/// <summary>
/// Sums of the rows of each cluster, in double: per cluster its d sums, then its count. Label -1 has a place of its own
/// before cluster 0, which saves a branch per row.
/// </summary>
internal static class ClusterSums
{
    private const int Sets = 4;

    public static int Length(int clusters, int columns) => (clusters + 1) * (columns + 1);

    public static Span<double> Of(Span<double> sums, int cluster, int columns) => sums.Slice((cluster + 1) * (columns + 1), columns + 1);

    /// <summary>Adds consecutive rows from <paramref name="from"/> on, one label each.</summary>
    public static void Add(Matrix data, int from, ReadOnlySpan<int> labels, Span<double> sums)
    {
        // Four sets of sums, as an addition to the same sum has to wait for the one before.
        Span<double> sets = sums.Length <= 256 ? stackalloc double[Sets * sums.Length] : new double[Sets * sums.Length];
        int whole = labels.Length / Sets * Sets;
        AddFours(data, from, labels[..whole], sets, sums.Length);
        for (int i = whole; i < labels.Length; i++)
            AddRow(data, from + i, Of(sets, labels[i], data.Columns));
        for (int s = 0; s < sums.Length; s++)
            sums[s] += sets[s] + sets[s + sums.Length] + (sets[s + 2 * sums.Length] + sets[s + 3 * sums.Length]);
    }

    /// <summary>Where fresh labels differ from the old: rewrites the old and moves the row from one sum to the other. Returns how many did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Move(Matrix data, int from, ReadOnlySpan<int> fresh, Span<int> labels, Span<double> sums)
    {
        int moved = 0;
        for (int i = 0; i < fresh.Length; i += EqualTo.Width)
        {
            for (ulong differ = EqualTo.Differ(fresh, labels, i); differ != 0; differ &= differ - 1, moved++)
            {
                int row = i + BitOperations.TrailingZeroCount(differ);
                MoveRow(data, from + row, labels[row], fresh[row], sums);
                labels[row] = fresh[row];
            }
        }
        return moved;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveRow(Matrix data, int row, int old, int fresh, Span<double> sums)
    {
        int columns = data.Columns;
        ref double source = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (old + 1) * (columns + 1));
        ref double target = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (fresh + 1) * (columns + 1));
        ref float x = ref Unsafe.Add(ref data.First, row);
        nint stride = data.Stride;
        for (int j = 0; j < columns; j++, x = ref Unsafe.Add(ref x, stride))
        {
            Unsafe.Add(ref source, j) -= x;
            Unsafe.Add(ref target, j) += x;
        }
        Unsafe.Add(ref source, columns) -= 1;
        Unsafe.Add(ref target, columns) += 1;
    }

    private static void AddRow(Matrix data, int row, Span<double> target)
    {
        for (int j = 0; j < target.Length - 1; j++)
            target[j] += data[row, j];
        target[^1]++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFours(Matrix data, int from, ReadOnlySpan<int> labels, Span<double> sets, int length)
    {
        int columns = data.Columns;
        nint stride = data.Stride;
        ref double sums = ref MemoryMarshal.GetReference(sets);
        ref int label = ref MemoryMarshal.GetReference(labels);
        ref float row = ref Unsafe.Add(ref data.First, from);
        for (int i = 0; i < labels.Length; i += Sets)
        {
            ref double sum0 = ref Unsafe.Add(ref sums, (Unsafe.Add(ref label, i) + 1) * (columns + 1));
            ref double sum1 = ref Unsafe.Add(ref sums, (Unsafe.Add(ref label, i + 1) + 1) * (columns + 1) + length);
            ref double sum2 = ref Unsafe.Add(ref sums, (Unsafe.Add(ref label, i + 2) + 1) * (columns + 1) + 2 * length);
            ref double sum3 = ref Unsafe.Add(ref sums, (Unsafe.Add(ref label, i + 3) + 1) * (columns + 1) + 3 * length);
            nint x = i;
            for (int j = 0; j < columns; j++, x += stride)
            {
                Unsafe.Add(ref sum0, j) += Unsafe.Add(ref row, x);
                Unsafe.Add(ref sum1, j) += Unsafe.Add(ref row, x + 1);
                Unsafe.Add(ref sum2, j) += Unsafe.Add(ref row, x + 2);
                Unsafe.Add(ref sum3, j) += Unsafe.Add(ref row, x + 3);
            }
            Unsafe.Add(ref sum0, columns) += 1;
            Unsafe.Add(ref sum1, columns) += 1;
            Unsafe.Add(ref sum2, columns) += 1;
            Unsafe.Add(ref sum3, columns) += 1;
        }
    }
}
