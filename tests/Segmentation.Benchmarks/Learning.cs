using Segmentation.Classification;
using Segmentation.Clustering;

namespace Segmentation.Benchmarks;

/// <summary>Classifiers that learn the segments of K-Means: the fit on all rows is timed, the score is macro F1 on three tenths of the rows that a second fit did not see.</summary>
internal static class Learning
{
    public static readonly Dictionary<string, Func<Matrix, Options, Func<Outcome>>> Prepare = new()
    {
        ["logistic-regression"] = (data, o) => Run(data, o, (rows, labels) => LogisticRegression.Fit(rows, labels, threads: o.Threads)),
        ["random-forest"] = (data, o) => Run(data, o, (rows, labels) => RandomForest.Fit(rows, labels, seed: o.Seed, threads: o.Threads)),
        ["gradient-boosting"] = (data, o) => Run(data, o, (rows, labels) => GradientBoosting.Fit(rows, labels, threads: o.Threads)),
    };

    private static Func<Outcome> Run(Matrix data, Options o, Func<Matrix, int[], IClassifier> fit)
    {
        int[] labels = KMeans.Fit(data, o.K, o.Starts, o.Seed, o.Iterations, o.Threads).Labels;
        double score = HeldOutF1(data, labels, o.Seed, fit);
        return () => new Outcome(Clusters: fit(data, labels).Classes, Score: score);
    }

    private static double HeldOutF1(Matrix data, int[] labels, int seed, Func<Matrix, int[], IClassifier> fit)
    {
        var parts = StratifiedFolds.Deal(labels, 10, seed).Index().ToLookup(row => row.Item < 3, row => row.Index);
        int[] held = [.. parts[true]], rest = [.. parts[false]];
        var model = fit(Rows(data, rest), [.. rest.Select(i => labels[i])]);
        return ConfusionMatrix.Of([.. held.Select(i => labels[i])], model.Predict(Rows(data, held))).MacroF1;
    }

    private static Matrix Rows(Matrix data, int[] rows) => Matrix.FromColumns(
        [.. Enumerable.Range(0, data.Columns).Select(j => rows.Select(i => (double)data[i, j]).ToArray())]);
}
