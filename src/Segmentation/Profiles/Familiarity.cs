namespace Segmentation.Profiles;

/// <summary>
/// What the rows that were clustered look like, to tell whether a new one is like them: per cluster the distance from the
/// centre within which 99 % of its rows lie, per column the least and greatest value, and 101 quantiles of all margins.
/// </summary>
public sealed record Familiarity(double[] Reaches, double[] Low, double[] High, double[] MarginQuantiles)
{
    private const double WithinReach = 0.99;
    private const int Percents = 100;

    /// <summary>Noise (-1) is left out, but for the range of the columns. O(rows · centres · columns + rows · log rows).</summary>
    public static Familiarity Of(Matrix data, int[] labels, double[][] centres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        double[] margins = [.. Margins.Of(data, labels, centres).Where(margin => !double.IsNaN(margin)).Order()];
        var rows = labels.Index().ToLookup(row => row.Item, row => row.Index);
        var columns = Enumerable.Range(0, data.Columns).Select(j => data.Column(j).ToArray()).ToList();
        return new Familiarity(
            [.. centres.Select((centre, c) => Reach([.. rows[c].Select(i => Math.Sqrt(ExactDistance.Squared(data, i, centre))).Order()]))],
            [.. columns.Select(column => (double)column.Min())],
            [.. columns.Select(column => (double)column.Max())],
            margins.Length == 0 ? [] : [.. Enumerable.Range(0, Percents + 1).Select(p => Quantile.OfSorted(margins, (double)p / Percents))]);
    }

    /// <summary>Farther from its centre than 99 % of the cluster, or outside the range of a column; in the units of the clustering.</summary>
    public bool IsUnlike(ReadOnlySpan<double> row, int cluster, double distance)
    {
        bool unlike = distance > Reaches[cluster];
        for (int j = 0; j < row.Length; j++)
            unlike |= row[j] < Low[j] || row[j] > High[j];
        return unlike;
    }

    /// <summary>The share of clustered rows, 0 … 1 in steps of a hundredth, that have a smaller margin: not a probability of belonging.</summary>
    public double Clearer(double margin)
    {
        int smaller = 0;
        while (smaller < MarginQuantiles.Length && MarginQuantiles[smaller] < margin)
            smaller++;
        return (double)Math.Min(Percents, smaller) / Percents;
    }

    private static double Reach(double[] distances) => distances.Length == 0 ? 0 : Quantile.OfSorted(distances, WithinReach);
}
