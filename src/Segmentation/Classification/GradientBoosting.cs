namespace Segmentation.Classification;

/// <summary>
/// Boosted trees: round after round a small tree per class that takes the scores down the slope of the log loss (Friedman, Annals
/// of Statistics 29, 2001); probabilities are the softmax of the scores.
/// </summary>
public sealed class GradientBoosting : IClassifier
{
    internal GradientBoosting(int features, int classes, TreeTable trees) => (Features, Classes, Table) = (features, classes, trees);

    public int Features { get; }

    public int Classes { get; }

    public int Rounds => Table.Roots.Length / Classes;

    /// <summary>Tree t is of class t modulo their number.</summary>
    internal TreeTable Table { get; }

    /// <summary>
    /// Trees are of at most <paramref name="depth"/> cuts in a row, on at most 256 bins per column; each adds
    /// <paramref name="shrinkage"/> of its best value. Labels count from 0, one per row. There is no chance in it: the same
    /// data gives the same model whatever the threads, of which it can use one per class. Scaling makes no difference.
    /// O(rounds · classes · rows · columns · depth).
    /// </summary>
    /// <exception cref="ArgumentException">No rows or columns, a negative label, or not one label per row.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GradientBoosting Fit(Matrix data, int[] labels, int rounds = 100, int depth = 6, double shrinkage = 0.3, double penalty = 1,
        double leastCurvature = 1, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int classes = ClassLabels.Count(data, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shrinkage);
        ArgumentOutOfRangeException.ThrowIfNegative(penalty);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastCurvature);
        var bins = new Bins(data, threads, cancellation);
        var cells = bins.RowAfterRow(cancellation);
        var style = new BoostingStyle(depth, shrinkage, penalty, leastCurvature);
        BoostedTree[] growers = [.. Enumerable.Range(0, classes).Select(_ => new BoostedTree(bins, cells, style, cancellation))];
        double[][] scores = [.. Enumerable.Range(0, classes).Select(_ => new double[data.Rows])];
        var gradients = new SoftmaxGradients(labels, classes, threads, cancellation);
        var trees = new (List<TreeNode> Nodes, List<double> Leaves)[rounds * classes];
        var count = new ProgressCount(progress, rounds);
        for (int round = 0; round < rounds; round++)
        {
            gradients.Update(scores);
            Workers.Run(classes, threads, c => trees[round * classes + c] = growers[c].Grow(gradients.Pairs[c], scores[c]), cancellation);
            count.Add();
        }
        return new GradientBoosting(data.Columns, classes, TreeTable.Join(trees, 1));
    }

    public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities)
    {
        probabilities = probabilities[..Classes];
        probabilities.Clear();
        for (int tree = 0; tree < Table.Roots.Length; tree += Classes)
        {
            for (int c = 0; c < probabilities.Length; c++)
                probabilities[c] += Table.Leaves[Table.Leaf(tree + c, row)];
        }
        Softmax.InPlace(probabilities);
    }
}
