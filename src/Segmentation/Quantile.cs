namespace Segmentation;

/// <summary>Quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).</summary>
internal static class Quantile
{
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        double position = (sorted.Length - 1) * p;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
