namespace Charts;

/// <summary>
/// How dense values lie, as a smooth line: a Gaussian kernel over fine bins, its width by Silverman's rule of thumb
/// (Density Estimation for Statistics and Data Analysis, 1986, equation 3.31).
/// </summary>
internal static class KernelDensity
{
    private const int Cells = 512;
    private const int Places = 65;
    private const double Farthest = 4;

    /// <summary>The line from the lowest to the highest value, its highest point 1; empty without values that differ. Linear time.</summary>
    internal static IReadOnlyList<(double Value, double Height)> Of(double[] sorted, double quartileDistance)
    {
        var extent = sorted.Length == 0 ? 0 : sorted[^1] / 2 - sorted[0] / 2;
        if (extent == 0) return [];
        // In units of the extent, so that neither 1e300 nor 1e-300 leaves the range of doubles.
        var scale = new LinearScale(sorted[0], sorted[^1], 0, 1);
        var counts = Count(sorted, scale);
        var width = Bandwidth(counts, sorted.Length, quartileDistance / 2 / extent);
        double[] heights = [.. Enumerable.Range(0, Places).Select(i => Height(counts, i / (Places - 1.0), width))];
        var most = heights.Max();
        return [.. heights.Select((height, i) => (sorted[0] + 2 * extent * (i / (Places - 1.0)), height / most))];
    }

    private static double[] Count(double[] sorted, LinearScale scale)
    {
        var counts = new double[Cells];
        foreach (var value in sorted) counts[Math.Clamp((int)(scale[value] * Cells), 0, Cells - 1)]++;
        return counts;
    }

    private static double Bandwidth(double[] counts, int values, double quartileDistance)
    {
        var mean = Moment(counts, middle => middle) / values;
        var deviation = Math.Sqrt(Moment(counts, middle => (middle - mean) * (middle - mean)) / values);
        var spread = quartileDistance > 0 ? Math.Min(deviation, quartileDistance / 1.34) : deviation;
        return Math.Max(0.9 * spread * Math.Pow(values, -0.2), 2.0 / Cells);
    }

    private static double Moment(double[] counts, Func<double, double> of) => counts.Select((count, i) => count * of((i + 0.5) / Cells)).Sum();

    private static double Height(double[] counts, double at, double width)
    {
        var (from, to) = ((int)Math.Max(0, (at - Farthest * width) * Cells), (int)Math.Min(Cells - 1, (at + Farthest * width) * Cells));
        var sum = 0.0;
        for (var i = from; i <= to; i++)
        {
            var distance = ((i + 0.5) / Cells - at) / width;
            sum += counts[i] * Math.Exp(-distance * distance / 2);
        }
        return sum;
    }
}
