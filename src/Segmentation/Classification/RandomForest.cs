namespace Segmentation.Classification;

/// <summary>Many trees, each grown on its own sample of rows with some features tried per cut; their leaves' shares are averaged (Breiman, Machine Learning 45, 2001).</summary>
public sealed class RandomForest : IClassifier
{
    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;
    private readonly double[] _leaves;

    internal RandomForest(int features, int classes, TreeNode[] nodes, int[] roots, double[] leaves) =>
        (Features, Classes, _nodes, _roots, _leaves) = (features, classes, nodes, roots, leaves);

    public int Features { get; }

    public int Classes { get; }

    public int Trees => _roots.Length;

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
        return Joined(grown, data.Columns, classes);
    }

    public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities)
    {
        probabilities = probabilities[..Classes];
        probabilities.Clear();
        foreach (int root in _roots)
        {
            var shares = _leaves.AsSpan(TreeNode.Find(_nodes, root, row) * Classes, Classes);
            for (int c = 0; c < shares.Length; c++)
                probabilities[c] += shares[c];
        }
        foreach (ref double probability in probabilities)
            probability /= _roots.Length;
    }

    /// <summary>One table of all nodes and one of all leaves, in which the trees share the pure ones.</summary>
    private static RandomForest Joined(ForestTree[] trees, int features, int classes)
    {
        var nodes = new List<TreeNode>();
        var roots = new int[trees.Length];
        var leaves = trees[0].Leaves.Take(classes).ToList();
        for (int tree = 0; tree < trees.Length; tree++)
        {
            int firstNode = roots[tree] = nodes.Count, shift = leaves.Count - classes;
            leaves.AddRange(trees[tree].Leaves.Skip(classes));
            nodes.AddRange(trees[tree].Nodes.Select(node =>
                node with { Next = node.Next + (node.Feature >= 0 ? firstNode : node.Next < classes ? 0 : shift) }));
        }
        return new RandomForest(features, classes, [.. nodes], roots, [.. leaves.SelectMany(leaf => leaf)]);
    }
}
