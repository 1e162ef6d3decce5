namespace Charts;

/// <summary>
/// One box: quartiles, whiskers that reach the outermost values within one and a half times the distance of the quartiles
/// (Tukey 1977), the values beyond them, and the outline of those within. Made by <see cref="Of"/>.
/// </summary>
public sealed record BoxPlot
{
    private const double Reach = 1.5;
    private const int MostMarks = 100;

    private BoxPlot(string name, int slot, double[] sorted) => (Name, Slot, Count) = (PlainText.Clean(name), Charts.Slot.Checked(slot), sorted.Length);

    /// <summary>The name of the group, made safe to draw.</summary>
    public string Name { get; }

    /// <summary>The look.</summary>
    public int Slot { get; }

    /// <summary>How many values the group has.</summary>
    public long Count { get; }

    /// <summary>Lower whisker, lower quartile, median, upper quartile and upper whisker, rising.</summary>
    public required (double Low, double Lower, double Median, double Upper, double High) Box { get; init; }

    /// <summary>The values beyond the whiskers, rising; those nearly equal are counted as one.</summary>
    public required IReadOnlyList<(double Value, long Count)> Outliers { get; init; }

    /// <summary>How dense the values within the whiskers lie, the highest 1, at places that rise.</summary>
    public required IReadOnlyList<(double Value, double Height)> Outline { get; init; }

    internal long OutlierCount => Outliers.Sum(outlier => outlier.Count);

    /// <summary>The values, finite and rising, with their quartiles as the caller defines them. No values, no box. Linear time.</summary>
    public static BoxPlot? Of(string name, int slot, double[] sorted, double lower, double median, double upper)
    {
        Finite.Each([lower, median, upper], nameof(sorted));
        if (sorted.Length == 0) return null;
        var reach = Reach * (upper - lower);
        var first = Array.FindIndex(sorted, value => value >= lower - reach);
        var last = Array.FindLastIndex(sorted, value => value <= upper + reach);
        double[] beyond = [.. sorted[..first], .. sorted[(last + 1)..]];
        return new(name, slot, sorted)
        {
            // Quartiles lie between values: a group of few may have no value between the quartile and the fence.
            Box = (Math.Min(sorted[first], lower), lower, median, upper, Math.Max(sorted[last], upper)),
            Outliers = Together(beyond, (sorted[^1] / 2 - sorted[0] / 2) / MostMarks * 2),
            Outline = KernelDensity.Of(sorted[first..(last + 1)], upper - lower),
        };
    }

    private static List<(double Value, long Count)> Together(double[] rising, double near)
    {
        var found = new List<(double Value, long Count)>();
        foreach (var value in rising)
        {
            if (found.Count > 0 && value - found[^1].Value <= near) found[^1] = (found[^1].Value, found[^1].Count + 1);
            else found.Add((value, 1));
        }
        return found;
    }
}
