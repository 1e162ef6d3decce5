namespace Segmentation.Quality;

/// <summary>
/// Numbers of one feature, summed up so that millions can be compared: how many lie in each bin (bin b holds those up to bound b,
/// inclusive, and the last those beyond), their mean, and the numbers themselves while there are few.
/// </summary>
public sealed class BinnedSample
{
    /// <summary>Of more than these the numbers are not kept.</summary>
    public const int Few = 1000;

    private const int Percents = 100;

    private readonly double[] _bounds;
    private readonly int[] _counts;
    private readonly List<double> _values = [];
    private double _sum;

    private BinnedSample(double[] bounds) => (_bounds, _counts) = (bounds, new int[bounds.Length + 1]);

    /// <summary>Bins that hold equal shares of these numbers, at most <see cref="PopulationStability.MaxBins"/>; equal numbers make fewer. NaN is left out.</summary>
    public static BinnedSample Of(double[] values)
    {
        double[] sorted = [.. values.Where(x => !double.IsNaN(x)).Order()];
        int bins = Math.Clamp(sorted.Length / PopulationStability.LeastPerBin, 2, PopulationStability.MaxBins);
        // Values that many rows share make equal bounds, hence fewer bins.
        var sample = new BinnedSample(sorted.Length == 0 ? [] : [.. Enumerable.Range(1, bins - 1).Select(b => Quantile.OfSorted(sorted, (double)b / bins)).Distinct()])
        {
            Quantiles = sorted.Length == 0 ? [] : [.. Enumerable.Range(0, Percents).Select(i => Quantile.OfSorted(sorted, (i + 0.5) / Percents))],
        };
        foreach (double value in sorted)
            sample.Add(value);
        return sample;
    }

    public IReadOnlyList<int> Counts => _counts;

    public int Count { get; private set; }

    /// <summary>NaN without numbers.</summary>
    public double Mean => Count == 0 ? double.NaN : _sum / Count;

    /// <summary>Null when there are more than <see cref="Few"/>.</summary>
    public double[]? Values => Count <= Few ? [.. _values] : null;

    /// <summary>A hundred evenly spaced quantiles, to stand for all; none of an empty sample and of one made by <see cref="Alike"/>.</summary>
    public IReadOnlyList<double> Quantiles { get; private init; } = [];

    /// <summary>An empty one with the same bins.</summary>
    public BinnedSample Alike() => new(_bounds);

    /// <summary>NaN is left out. O(log bins).</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
            return;
        int place = Array.BinarySearch(_bounds, value);
        _counts[place < 0 ? ~place : place]++;
        _sum += value;
        if (++Count <= Few)
            _values.Add(value);
    }
}
