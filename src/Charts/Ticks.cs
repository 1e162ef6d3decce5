namespace Charts;

/// <summary>Round numbers for axes: multiples of 1, 2 or 5 times a power of ten.</summary>
public static class Ticks
{
    /// <summary>
    /// The round numbers from start to stop, both inclusive, about as many as wanted (from half to twice); in falling
    /// order where stop is below start. Equal ends give that one number. Throws on NaN, infinities and a count below 1.
    /// </summary>
    public static double[] Between(double start, double stop, int count)
    {
        Finite.Require(start, nameof(start));
        Finite.Require(stop, nameof(stop));
        if (start == stop) return [start];
        if (start > stop) return [.. Between(stop, start, count).Reverse()];
        return Multiples(start, stop, Step(start, stop, count));
    }

    /// <summary>The same for whole numbers: never a step below 1.</summary>
    public static double[] WholeBetween(double start, double stop, int count) => start < stop
        ? Multiples(start, stop, Math.Max(1, Step(start, stop, count)))
        : Between(start, stop, count);

    /// <summary>The 1-2-5 step that cuts start…stop into about count pieces; positive.</summary>
    public static double Step(double start, double stop, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var raw = Math.Abs(stop / count - start / count);
        if (raw == 0) return double.Epsilon;
        var power = Math.Floor(Math.Log10(raw));
        var lead = raw / Math.Pow(10, power);
        // Geometric means of neighbours, so that the chosen step is the nearest on a logarithmic axis.
        var nice = lead < Math.Sqrt(2) ? 1 : lead < Math.Sqrt(10) ? 2 : lead < Math.Sqrt(50) ? 5 : 10;
        return power < 0 ? nice / Math.Pow(10, -power) : Math.Min(nice * Math.Pow(10, power), 1e308);
    }

    private static double[] Multiples(double start, double stop, double step)
    {
        var first = Math.Ceiling(start / step);
        var last = Math.Floor(stop / step);
        var ticks = new List<double>();
        // Counted by an integer: near 1e16 adding a step may change nothing, and the loop would never end.
        for (var i = 0; i <= Math.Min(last - first, 1000); i++)
            ticks.Add(Exact(first + i, step));
        return [.. ticks.Distinct()];
    }

    // 3 / 10 is the double nearest to 0.3, 3 * 0.1 is not.
    private static double Exact(double index, double step) =>
        (step < 1 && step > 1e-300 ? index / Math.Round(1 / step) : index * step) + 0.0;
}
