namespace Segmentation.Profiles;

/// <summary>Moments and order statistics of some numbers; NaN is left out, and without numbers everything but Count is NaN.</summary>
internal sealed record Summary(int Count, double Mean, double SquaredDeviations, double Minimum, double Median, double Maximum)
{
    public double StandardDeviation => Math.Sqrt(SquaredDeviations / Count);

    public static Summary Of(IEnumerable<double> values)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).ToArray();
        if (sorted.Length == 0)
            return new Summary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        Array.Sort(sorted);
        double mean = sorted.Average();
        return new Summary(sorted.Length, mean, sorted.Sum(x => (x - mean) * (x - mean)), sorted[0], Quantile.OfSorted(sorted, 0.5), sorted[^1]);
    }

    /// <summary>Mean and deviations of the numbers that are not in a part (Chan, Golub, LeVeque 1983, solved for the other part).</summary>
    public Summary Without(Summary part)
    {
        int count = Count - part.Count;
        if (count == 0 || part.Count == 0)
            return count == 0 ? Of([]) : this;
        double mean = (Count * Mean - part.Count * part.Mean) / count;
        double gap = part.Mean - mean;
        double deviations = SquaredDeviations - part.SquaredDeviations - gap * gap * part.Count * count / Count;
        return new Summary(count, mean, Math.Max(0, deviations), double.NaN, double.NaN, double.NaN);
    }
}
