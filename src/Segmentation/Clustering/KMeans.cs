namespace Segmentation.Clustering;

/// <summary>K-Means: k centres such that the sum of squared distances of rows to their nearest centre is small.</summary>
public static class KMeans
{
    /// <summary>
    /// Best of several starts, each seeded by k-means++ and iterated until no row changes cluster, and as many attempts to
    /// better the best by moving one centre. Ends on nearest centres: a label is the index of the nearest centre in double,
    /// equal distances to the lower index. With fewer than k distinct rows there are fewer clusters. Beyond 16,384 rows the
    /// starts run on a random sample of that size and the best of them go on over all rows. The same seed gives the same
    /// result whatever the threads. O(rows · k · columns) per iteration.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult Fit(Matrix data, int k, int starts = 20, int seed = 42, int maxIterations = 300, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        var copy = new CentredCopy(data);
        var best = new KMeansStarts(copy.Data, k, seed, maxIterations, threads, cancellation).Best(starts, progress);
        var result = Settle(data, copy, best, maxIterations, threads, cancellation);
        progress?.Report(1);
        return result;
    }

    /// <summary>
    /// The same with a weight per row, 0 or more: a row of weight 3 counts as three equal rows. Clusters are numbered by weight, and
    /// Wcss is the weighted sum. All rows take part in every start. O(rows · k · columns) per iteration.
    /// </summary>
    /// <exception cref="ArgumentException">Not one weight per row, a weight that is negative or not finite, or none above 0.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult Fit(Matrix data, double[] weights, int k, int starts = 20, int seed = 42, int maxIterations = 300, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        if (weights.Length != data.Rows)
            throw new ArgumentException($"{data.Rows} rows need as many weights, not {weights.Length}.", nameof(weights));
        int wrong = Array.FindIndex(weights, weight => !double.IsFinite(weight) || weight < 0);
        if (wrong >= 0 || weights.Sum() <= 0)
            throw new ArgumentException(wrong >= 0 ? $"The weight of row {wrong} is {weights[wrong]}." : "No row has a weight above 0.", nameof(weights));
        return new WeightedKMeans(data, weights, k, seed, maxIterations, threads, cancellation).Best(starts, progress);
    }

    /// <summary>Lloyd's iteration from given centres, in the units of the data.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult FitFrom(Matrix data, double[][] centres, int maxIterations = 300, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(centres.Length, 1, nameof(centres));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        if (centres.Any(centre => centre.Length != data.Columns))
            throw new ArgumentException($"A centre needs {data.Columns} numbers, one per column.", nameof(centres));
        var copy = new CentredCopy(data);
        var lloyd = new Lloyd(copy.Data, [.. centres.Select(copy.ToCopy)]);
        lloyd.Run(maxIterations, threads, cancellation);
        return Settle(data, copy, lloyd, maxIterations, threads, cancellation);
    }

    // Float32 has done the walking; the last steps are taken in double, until labels, means and their order agree.
    private static ClusteringResult Settle(Matrix data, CentredCopy copy, Lloyd walked, int maxIterations, int threads, CancellationToken cancellation)
    {
        int iterations = walked.Iterations;
        var (labels, means) = walked.InOrder();
        double[][] centres = [.. means.Select(copy.FromCopy)];
        var (wcss, changed) = ExactLabels.Assign(data, centres, labels, threads, cancellation);
        // Means of a rounded copy are not yet those of the data.
        for (changed |= copy.Data != data; changed && iterations < maxIterations; iterations++)
        {
            var clusters = ClusterMeans.WithSizes(data, labels, centres.Length, threads, cancellation);
            centres = [.. CanonicalOrder.Of(clusters).Select(c => clusters[c].Mean)];
            (wcss, changed) = ExactLabels.Assign(data, centres, labels, threads, cancellation);
        }
        if (changed)
            centres = CanonicalOrder.Apply(labels, centres);
        return new ClusteringResult(labels, centres.Length, centres, wcss, iterations);
    }
}
