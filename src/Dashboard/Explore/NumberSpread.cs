using Charts;
using Segmentation;

namespace Dashboard.Explore;

/// <summary>
/// How the values of a column spread: quartiles, bins for a picture, and how many lie outside of Tukey's fences,
/// one and a half times the distance of the quartiles beyond them (Exploratory Data Analysis, 1977).
/// </summary>
public sealed record NumberSpread(
    double LowerQuartile, double Median, double UpperQuartile, double LowFence, double HighFence,
    int Below, int Above, double? HighestBelow, double? LowestAbove, IReadOnlyList<Bin> Bins)
{
    private const double FenceFactor = 1.5;

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
        return new(
            lower, Quantile.OfSorted(sorted, 0.5), upper, low, high, below, sorted.Length - aboveFrom,
            below > 0 ? sorted[below - 1] : null, aboveFrom < sorted.Length ? sorted[aboveFrom] : null, Charts.Bins.Of([], sorted));
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
