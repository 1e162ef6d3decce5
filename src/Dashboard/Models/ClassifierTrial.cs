using Dashboard.Data;
using Dashboard.Runs;
using Segmentation;
using Segmentation.Classification;

namespace Dashboard.Models;

/// <summary>
/// Tries each kind of model on the same customers: a fifth, spread evenly over the segments, is held out; the rest says by folds which is best, which is
/// then measured on the fifth.
/// </summary>
internal sealed class ClassifierTrial(Matrix data, int[] labels, IReadOnlyList<string> features, int seed, WorkProgress progress, CancellationToken cancellation)
{
    public const string Rule = "nearest-centre";
    private const int Parts = 5;
    private const double FirstShare = 0.05;
    private const double LastShare = 0.9;
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly int _segments = labels.Max() + 1;
    private readonly Kind[] _kinds =
    [
        new(Rule, (rows, classes) => NearestMean.Fit(rows, classes)),
        new("logistic-regression", (rows, classes) => LogisticRegression.Fit(rows, classes, threads: Threads, cancellation: cancellation)),
        new("random-forest", (rows, classes) => RandomForest.Fit(rows, classes, seed: seed, threads: Threads, cancellation: cancellation)),
        new("gradient-boosting", (rows, classes) => GradientBoosting.Fit(rows, classes, threads: Threads, cancellation: cancellation)),
    ];

    private sealed record Kind(string Name, Func<Matrix, int[], IClassifier> Fit);

    private sealed record Tried(Kind Kind, IClassifier Model, ConfusionMatrix Held, ModelScore Score, Calibration Calibration);

    /// <summary>The scores, and the best of those that learn.</summary>
    public (ClassifierScores Scores, IClassifier Learned) Run(int leftOut)
    {
        var part = StratifiedFolds.Deal(labels, Parts, seed);
        int[] learned = [.. RowsWhere(part, p => p != 0)], held = [.. RowsWhere(part, p => p == 0)];
        var (train, test) = ((Rows: data.Gather(learned), Labels: Pick(learned)), (Rows: data.Gather(held), Labels: Pick(held)));
        var all = _kinds.Select((kind, i) => Try(kind, i, train, test)).ToList();
        var best = all.MaxBy(t => t.Score.FoldsF1)!;
        progress.Begin("Asking which features matter", LastShare, 1);
        var learner = all.Skip(1).MaxBy(t => t.Score.FoldsF1)!;
        var importance = FeatureImportance.Of(best.Model, test.Rows, test.Labels, seed: seed, threads: Threads, progress: progress, cancellation: cancellation);
        return (new(learned.Length, held.Length, Parts, leftOut, best.Kind.Name, [.. all.Select(t => t.Score)],
                [.. Enumerable.Range(0, best.Held.Classes).Select(c => new SegmentScore(c, best.Held.Counts[c].Sum(), best.Held.Precision(c), best.Held.Recall(c), best.Held.F1(c)))],
                best.Held.Counts, [.. importance.Select(i => new FeatureScore(features[i.Feature], i.Mean, i.Deviation)).OrderByDescending(f => f.Fall)], learner.Calibration),
            learner.Model);
    }

    private Tried Try(Kind kind, int place, (Matrix Rows, int[] Labels) train, (Matrix Rows, int[] Labels) test)
    {
        var step = (LastShare - FirstShare) / _kinds.Length;
        progress.Begin($"Trying {ClassifierNames.Of(kind.Name)}", FirstShare + place * step, FirstShare + (place + 1) * step);
        var folds = CrossValidation.Run(train.Rows, train.Labels, kind.Fit, Parts, seed, progress, cancellation);
        double[] scores = [.. folds.Folds.Select(f => f.MacroF1)];
        var model = kind.Fit(train.Rows, train.Labels);
        // Who never saw the last segment knows fewer.
        double[][] probabilities = [.. model.Probabilities(test.Rows, Threads, cancellation).Select(row => { Array.Resize(ref row, _segments); return row; })];
        var confusion = ConfusionMatrix.Of(test.Labels, [.. probabilities.Select(row => Array.IndexOf(row, row.Max()))]);
        return new(kind, model, confusion, new(kind.Name, scores.Average(), Math.Sqrt(scores.Average(x => Math.Pow(x - scores.Average(), 2))),
            confusion.Accuracy, confusion.MacroPrecision, confusion.MacroRecall, confusion.MacroF1, kind.Name == Rule ? null : ProbabilityScore.LogLoss(probabilities, test.Labels)), Calibration.Of(probabilities, test.Labels));
    }

    private int[] Pick(int[] rows) => [.. rows.Select(i => labels[i])];

    private static IEnumerable<int> RowsWhere(int[] part, Predicate<int> wanted) => Enumerable.Range(0, part.Length).Where(i => wanted(part[i]));
}
