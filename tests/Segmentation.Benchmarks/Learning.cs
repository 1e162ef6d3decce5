using Segmentation.Classification;
using Segmentation.Clustering;

namespace Segmentation.Benchmarks;

/// <summary>Classifiers that learn the segments of K-Means: the fit on all rows is timed, the score is macro F1 on three tenths of the rows that a second fit did not see.</summary>
internal static class Learning
{
    public static readonly Dictionary<string, Func<Matrix, int[], Options, IClassifier>> Fits = new()
    {
        ["logistic-regression"] = (rows, labels, o) => LogisticRegression.Fit(rows, labels, threads: o.Threads),
        ["random-forest"] = (rows, labels, o) => RandomForest.Fit(rows, labels, seed: o.Seed, threads: o.Threads),
        ["gradient-boosting"] = (rows, labels, o) => GradientBoosting.Fit(rows, labels, threads: o.Threads),
    };

    /// <summary>Under a classifier's name its fit, and with "-prediction" behind it the prediction of all rows, one call for each.</summary>
    public static Dictionary<string, Func<Matrix, Options, Func<Outcome>>> Prepare => Fits
        .SelectMany(fit => new (string Name, Func<Matrix, Options, Func<Outcome>> Run)[]
        {
            (fit.Key, (data, o) => Fit(data, o, fit.Value)),
            ($"{fit.Key}-prediction", (data, o) => Predict(data, o, fit.Value)),
        })
        .ToDictionary(run => run.Name, run => run.Run);

    public static int[] Segments(Matrix data, Options o) => KMeans.Fit(data, o.K, o.Starts, o.Seed, o.Iterations, o.Threads).Labels;

    public static bool[] HeldOut(int[] labels, Options o) => Array.ConvertAll(StratifiedFolds.Deal(labels, 10, o.Seed), fold => fold < 3);

    private static Func<Outcome> Fit(Matrix data, Options o, Func<Matrix, int[], Options, IClassifier> fit)
    {
        int[] labels = Segments(data, o);
        double score = HeldOutF1(data, labels, HeldOut(labels, o), o, fit);
        return () => new Outcome(Clusters: fit(data, labels, o).Classes, Score: score);
    }

    private static Func<Outcome> Predict(Matrix data, Options o, Func<Matrix, int[], Options, IClassifier> fit)
    {
        int[] labels = Segments(data, o);
        var model = fit(data, labels, o);
        double[][] rows = [.. Enumerable.Range(0, data.Rows).Select(i => Enumerable.Range(0, data.Columns).Select(j => (double)data[i, j]).ToArray())];
        return () => new Outcome(Score: rows.Index().Count(row => model.Predict(row.Item) == labels[row.Index]) / (double)rows.Length);
    }

    private static double HeldOutF1(Matrix data, int[] labels, bool[] held, Options o, Func<Matrix, int[], Options, IClassifier> fit)
    {
        var parts = held.Index().ToLookup(row => row.Item, row => row.Index);
        int[] test = [.. parts[true]], rest = [.. parts[false]];
        var model = fit(Rows(data, rest), [.. rest.Select(i => labels[i])], o);
        return ConfusionMatrix.Of([.. test.Select(i => labels[i])], model.Predict(Rows(data, test))).MacroF1;
    }

    private static Matrix Rows(Matrix data, int[] rows) => Matrix.FromColumns(
        [.. Enumerable.Range(0, data.Columns).Select(j => rows.Select(i => (double)data[i, j]).ToArray())]);
}
