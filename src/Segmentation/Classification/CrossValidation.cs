namespace Segmentation.Classification;

/// <summary>How well a kind of classifier does on rows that it has not seen: every row is predicted once, by a model fitted without its fold.</summary>
/// <param name="Confusion">Over all rows.</param>
/// <param name="Folds">Per fold.</param>
/// <param name="LogLoss">The mean over all rows.</param>
public sealed record CrossValidation(ConfusionMatrix Confusion, IReadOnlyList<ConfusionMatrix> Folds, double LogLoss)
{
    /// <summary>
    /// Fits once per stratified fold. Labels are row-aligned, from 0; a class so small that a fold holds all of it cannot be
    /// predicted there. Folds never depend on threads, which are left to <paramref name="fit"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CrossValidation Run(Matrix data, int[] labels, Func<Matrix, int[], IClassifier> fit, int folds = 5, int seed = 42,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int classes = ClassLabels.Count(data, labels);
        var fold = StratifiedFolds.Deal(labels, folds, seed);
        var probabilities = new double[data.Rows][];
        var count = new ProgressCount(progress, folds);
        for (int f = 0; f < folds; f++)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] rest = RowsWhere(fold, other => other != f), held = RowsWhere(fold, other => other == f);
            var found = fit(data.Gather(rest), [.. rest.Select(i => labels[i])]).Probabilities(data.Gather(held), cancellation: cancellation);
            foreach (var (position, row) in held.Index())
                probabilities[row] = Widened(found[position], classes);
            count.Add();
        }
        int[] predicted = [.. probabilities.Select(row => Prediction.MostProbable(row))];
        return new CrossValidation(ConfusionMatrix.Of(labels, predicted),
            [.. Enumerable.Range(0, folds).Select(f => RowsWhere(fold, other => other == f)).Select(rows => ConfusionOf(rows, labels, predicted))],
            ProbabilityScore.LogLoss(probabilities, labels));
    }

    private static ConfusionMatrix ConfusionOf(int[] rows, int[] labels, int[] predicted) =>
        ConfusionMatrix.Of([.. rows.Select(i => labels[i])], [.. rows.Select(i => predicted[i])]);

    // A model that never saw the last class knows fewer classes.
    private static double[] Widened(double[] probabilities, int classes)
    {
        Array.Resize(ref probabilities, classes);
        return probabilities;
    }

    private static int[] RowsWhere(int[] fold, Func<int, bool> wanted) =>
        [.. fold.Index().Where(row => wanted(row.Item)).Select(row => row.Index)];
}
