namespace Charts;

/// <summary>Cuts values into bins with round edges.</summary>
public static class Bins
{
    /// <summary>
    /// About that many bins of equal width over all values; the group is counted in the same bins. A value on an edge belongs to
    /// the bin above, the largest value to the last bin. Whole numbers over a short range get a bin each, centred on the number;
    /// over a longer range edges are whole. Values must be finite. No values, no bins. Linear time.
    /// </summary>
    public static IReadOnlyList<Bin> Of(ReadOnlySpan<double> group, ReadOnlySpan<double> all, int count = 12)
    {
        if (all.IsEmpty) return [];
        var edges = EdgesFor(all, count);
        var (groups, alls) = (Count(group, edges), Count(all, edges));
        return [.. Enumerable.Range(0, edges.Number).Select(i => new Bin(edges[i], edges[i + 1], groups[i], alls[i]))];
    }

    private static Edges EdgesFor(ReadOnlySpan<double> values, int count)
    {
        var (low, high, whole) = Survey(values);
        if (whole && high - low < 2 * count && Math.Abs(high) < 1e15) return new(low - 0.5, 1, (int)(high - low) + 1);
        var width = low == high ? Math.Abs(low) / 10 : Ticks.Step(low, high, count);
        if (whole) width = Math.Max(1, width);
        var first = Math.Floor(low / width);
        return new(first, width, (int)Math.Clamp(Math.Ceiling(high / width) - first, 1, 1000));
    }

    private static (double Low, double High, bool Whole) Survey(ReadOnlySpan<double> values)
    {
        var (low, high, whole) = (double.MaxValue, double.MinValue, true);
        foreach (var value in values)
        {
            Finite.Require(value, nameof(values));
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
            whole &= value == Math.Floor(value);
        }
        return (low, high, whole);
    }

    private static long[] Count(ReadOnlySpan<double> values, Edges edges)
    {
        var counts = new long[edges.Number];
        foreach (var value in values) counts[edges.IndexOf(Finite.Require(value, nameof(values)))]++;
        return counts;
    }

    /// <summary>Edge i is First + i widths; First is counted in widths too.</summary>
    private readonly record struct Edges(double First, double Width, int Number)
    {
        internal double this[int index] => Width < 1 ? (First + index) / (1 / Width) : (First + index) * Width;

        internal int IndexOf(double value)
        {
            var index = (int)Math.Clamp(Math.Floor(value / Width - First), 0, Number - 1);
            // The quotient is rounded (0.3 / 0.1 is below 3), so the edges themselves have the last word.
            if (index < Number - 1 && value >= this[index + 1]) return index + 1;
            return index > 0 && value < this[index] ? index - 1 : index;
        }
    }
}
