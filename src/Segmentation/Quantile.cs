namespace Segmentation;

/// <summary>Quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).</summary>
public static class Quantile
{
    /// <summary>The value below which the share p, 0 to 1, of the values lies; they are sorted, at least one, and finite. Constant time.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        double position = (sorted.Length - 1) * p;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
