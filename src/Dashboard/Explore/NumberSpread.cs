using Charts;
using Segmentation;

namespace Dashboard.Explore;

/// <summary>
/// How the values of a column spread: quartiles, bins for a picture, and how many lie outside of Tukey's fences,
/// one and a half times the distance of the quartiles beyond them (Exploratory Data Analysis, 1977). Where a few values are so far
/// away that all others would be one bin, the bins end at a window; at most a twentieth lies outside of it on either side.
/// </summary>
public sealed record NumberSpread(
    double LowerQuartile, double Median, double UpperQuartile, double LowFence, double HighFence,
    int Below, int Above, double? HighestBelow, double? LowestAbove, IReadOnlyList<Bin> Bins,
    (double From, double To)? Window = null)
{
    private const double FenceFactor = 1.5;
    private const double FarOut = 3;
    private const double TooFar = 10;

    public int Outliers => Below + Above;

    /// <summary>Null without values; NaN is missing.</summary>
    public static NumberSpread? Of(double[] values)
    {
        var sorted = Array.FindAll(values, v => !double.IsNaN(v));
        if (sorted.Length == 0)
        {
            return null;
        }
        Array.Sort(sorted);
        var (lower, upper) = (Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.75));
        var reach = FenceFactor * (upper - lower);
        var (low, high) = (lower - reach, upper + reach);
        var below = Position(sorted, v => v >= low);
        var aboveFrom = Position(sorted, v => v > high);
        var window = WindowOf(sorted, lower, upper);
        var (shownFrom, shownTo) = window is var (from, to) ? (Position(sorted, v => v >= from), Position(sorted, v => v > to)) : (0, sorted.Length);
        return new(
            lower, Quantile.OfSorted(sorted, 0.5), upper, low, high, below, sorted.Length - aboveFrom,
            below > 0 ? sorted[below - 1] : null, aboveFrom < sorted.Length ? sorted[aboveFrom] : null, Charts.Bins.Of([], sorted.AsSpan(shownFrom..shownTo)), window);
    }

    private static (double From, double To)? WindowOf(double[] sorted, double lower, double upper)
    {
        var quartiles = upper - lower;
        var (low, high) = (sorted[0] < lower - TooFar * quartiles, sorted[^1] > upper + TooFar * quartiles);
        return quartiles == 0 || !low && !high ? null : (
            low ? Math.Min(lower - FarOut * quartiles, Quantile.OfSorted(sorted, 0.05)) : sorted[0],
            high ? Math.Max(upper + FarOut * quartiles, Quantile.OfSorted(sorted, 0.95)) : sorted[^1]);
    }

    /// <summary>Where the values begin that hold; they come after all others.</summary>
    private static int Position(double[] sorted, Predicate<double> holds)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = holds(sorted[middle]) ? (from, middle) : (middle + 1, to);
        }
        return from;
    }
}
