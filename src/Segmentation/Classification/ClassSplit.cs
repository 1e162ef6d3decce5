using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Classification;

/// <summary>Of a column's cells up to Bin and from Later on; the greater the score, the purer both sides.</summary>
internal readonly record struct Split(int Column, int Bin, int Later, double Score);

/// <summary>
/// What a good cut is: Gini leaves each side as pure as can be, Twoing brings half of the classes to each side as far as can be, which
/// needs fewer cuts in a row where classes are many. For two classes they are the same.
/// </summary>
internal enum SplitScore
{
    Gini,
    Twoing,
}

/// <summary>
/// The best cut of a column (Breiman, Friedman, Olshen, Stone, Classification and Regression Trees, 1984), by counting classes
/// per bin. The counts are whole numbers, so the best cut does not depend on the order of rows. A code is weight · 65,536 + class.
/// </summary>
internal sealed class ClassSplit(Bins bins, int[] codes, int classes, SplitScore score)
{
    private readonly int[] _counts = new int[Bins.Most * classes];
    private readonly ulong[] _occupied = new ulong[Bins.Most / 64];
    private readonly long[] _left = new long[classes];
    private readonly long[] _right = new long[classes];

    /// <summary>Betters the best split where the column can; false when all rows lie in one bin. Totals are the weights per class.</summary>
    public bool Try(int column, ReadOnlySpan<int> rows, ReadOnlySpan<long> totals, ref Split best)
    {
        Count(bins.Cells(column), rows);
        return Scan(column, totals, ref best);
    }

    public static (int Weight, int Class) Decode(int code) => (code >> 16, code & 0xFFFF);

    public static int Encode(int weight, int @class) => weight << 16 | @class;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<byte> cells, ReadOnlySpan<int> rows)
    {
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref int code = ref MemoryMarshal.GetArrayDataReference(codes);
        ref int count = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref ulong occupied = ref MemoryMarshal.GetArrayDataReference(_occupied);
        foreach (int row in rows)
        {
            int bin = Unsafe.Add(ref cell, row), known = Unsafe.Add(ref code, row);
            Unsafe.Add(ref count, bin * classes + (known & 0xFFFF)) += known >> 16;
            Unsafe.Add(ref occupied, bin >> 6) |= 1UL << bin;
        }
    }

    /// <summary>Moves bin after bin to the left, empties the counts on the way, and keeps the sums of squares up to date.</summary>
    private bool Scan(int column, ReadOnlySpan<long> totals, ref Split best)
    {
        totals.CopyTo(_right);
        Array.Clear(_left);
        long left = 0, right = 0, leftSquares = 0, rightSquares = 0;
        foreach (long total in totals)
            (right, rightSquares) = (right + total, rightSquares + total * total);
        int before = -1;
        bool any = false;
        for (int word = 0; word < _occupied.Length; word++)
        {
            for (ulong rest = _occupied[word]; rest != 0; rest &= rest - 1)
            {
                int bin = 64 * word + BitOperations.TrailingZeroCount(rest);
                if (before >= 0)
                {
                    any = true;
                    double found = score == SplitScore.Twoing ? Twoing(left, right) : (double)leftSquares / left + (double)rightSquares / right;
                    if (found > best.Score)
                        best = new Split(column, before, bin, found);
                }
                long moved = Move(_counts.AsSpan(bin * classes, classes), ref leftSquares, ref rightSquares);
                (left, right, before) = (left + moved, right - moved, bin);
            }
            _occupied[word] = 0;
        }
        return any;
    }

    private double Twoing(double left, double right)
    {
        double apart = 0;
        for (int c = 0; c < classes; c++)
            apart += Math.Abs(_left[c] / left - _right[c] / right);
        return left * right / (left + right) * apart * apart / 4;
    }

    private long Move(Span<int> counts, ref long leftSquares, ref long rightSquares)
    {
        long moved = 0;
        for (int c = 0; c < counts.Length; c++)
        {
            long count = counts[c];
            if (count == 0)
                continue;
            leftSquares += count * (2 * _left[c] + count);
            rightSquares -= count * (2 * _right[c] - count);
            _left[c] += count;
            _right[c] -= count;
            moved += count;
            counts[c] = 0;
        }
        return moved;
    }
}
