namespace Segmentation.Classification;

/// <summary>Many trees, each grown on its own sample of rows with some features tried per cut; their leaves' shares are averaged (Breiman, Machine Learning 45, 2001).</summary>
public sealed class RandomForest : IClassifier
{
    internal RandomForest(int features, int classes, TreeTable trees) => (Features, Classes, Table) = (features, classes, trees);

    public int Features { get; }

    public int Classes { get; }

    public int Trees => Table.Roots.Length;

    internal TreeTable Table { get; }

    /// <summary>
    /// Trees are fully grown on at most 256 bins per column. Labels count from 0, one per row. Features tried per cut are the
    /// square root of all, unless given. The same seed gives the same forest whatever the threads. Scaling makes no difference.
    /// O(trees · rows · features tried · depth).
    /// </summary>
    /// <exception cref="ArgumentException">No rows or columns, a negative label, or not one label per row.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RandomForest Fit(Matrix data, int[] labels, int trees = 100, int? featuresPerCut = null, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int classes = ClassLabels.Count(data, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(trees, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, ushort.MaxValue, nameof(labels));
        int tried = featuresPerCut ?? (int)Math.Sqrt(data.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(tried, 1, nameof(featuresPerCut));
        var bins = new Bins(data, threads, cancellation);
        var grown = new ForestTree[trees];
        var count = new ProgressCount(progress, trees);
        Workers.Run(trees, threads, tree =>
        {
            grown[tree] = new ForestTree(bins, labels, classes, tried, SplitMix.Stream(seed, tree), cancellation);
            count.Add();
        }, cancellation);
        return new RandomForest(data.Columns, classes, TreeTable.Join([.. grown.Select(tree => (tree.Nodes, tree.Leaves))], classes, shared: classes));
    }

    public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities)
    {
        probabilities = probabilities[..Classes];
        probabilities.Clear();
        for (int tree = 0; tree < Trees; tree++)
        {
            var shares = Table.Leaves.AsSpan(Table.Leaf(tree, row) * Classes, Classes);
            for (int c = 0; c < shares.Length; c++)
                probabilities[c] += shares[c];
        }
        foreach (ref double probability in probabilities)
            probability /= Trees;
    }
}
