using Segmentation.Classification;
using Segmentation.Scaling;

namespace Segmentation.Tests.Golden;

public sealed class ClassificationGoldenTests
{
    public static TheoryData<string> Names => ClassificationGolden.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Logistic_regression_has_the_same_coefficients_and_probabilities(string name)
    {
        var golden = ClassificationGolden.On(name);
        var columns = golden.Data;
        var data = Matrix.FromColumns(columns);
        var scaler = Scaler.Fit(columns, ScalingMethod.Standard);
        var model = LogisticRegression.Fit(data, golden.Truth, tolerance: 1e-8);
        for (int c = 0; c < model.Classes; c++)
        {
            AssertNear(golden.Coefficients[c], [.. model.Coefficients[c].Zip(scaler.Factors, (w, factor) => w * factor)], 1e-5);
            Assert.Equal(golden.Intercepts[c], model.Intercepts[c] + model.Coefficients[c].Zip(scaler.Offsets, (w, offset) => w * offset).Sum(), 1e-5);
        }
        var probabilities = model.Probabilities(data);
        for (int i = 0; i < golden.Probabilities.Length; i++)
            AssertNear(golden.Probabilities[i], probabilities[i], 1e-6);
        Assert.Equal(golden.LogLoss, ProbabilityScore.LogLoss(probabilities, golden.Truth), 1e-7);
        Assert.Equal(golden.Brier, ProbabilityScore.Brier(probabilities, golden.Truth), 1e-7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Precision_recall_and_f1_agree(string name)
    {
        var golden = ClassificationGolden.On(name);
        var confusion = ConfusionMatrix.Of(golden.Truth, golden.Predicted);
        AssertNear(golden.Precision, Scores(confusion, confusion.Precision), 1e-12);
        AssertNear(golden.Recall, Scores(confusion, confusion.Recall), 1e-12);
        AssertNear(golden.F1, Scores(confusion, confusion.F1), 1e-12);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Logistic_regression_predicts_unseen_rows_as_well(string name)
    {
        var golden = ClassificationGolden.On(name);
        var folds = CrossValidation.Run(Matrix.FromColumns(golden.Data), golden.Truth, (data, labels) => LogisticRegression.Fit(data, labels));
        Assert.True(folds.Confusion.MacroF1 >= golden.FoldsLogistic - 0.02, $"{folds.Confusion.MacroF1} is less than {golden.FoldsLogistic}.");
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_random_forest_predicts_unseen_rows_as_well(string name)
    {
        var golden = ClassificationGolden.On(name);
        var folds = CrossValidation.Run(Matrix.FromColumns(golden.Data), golden.Truth, (data, labels) => RandomForest.Fit(data, labels));
        Assert.True(folds.Confusion.MacroF1 >= golden.FoldsForest - 0.02, $"{folds.Confusion.MacroF1} is less than {golden.FoldsForest}.");
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Boosting_predicts_unseen_rows_as_well(string name)
    {
        var golden = ClassificationGolden.On(name);
        var folds = CrossValidation.Run(Matrix.FromColumns(golden.Data), golden.Truth, (data, labels) => GradientBoosting.Fit(data, labels));
        Assert.True(folds.Confusion.MacroF1 >= golden.FoldsBoosting - 0.02, $"{folds.Confusion.MacroF1} is less than {golden.FoldsBoosting}.");
    }

    private static double[] Scores(ConfusionMatrix confusion, Func<int, double> score) => [.. Enumerable.Range(0, confusion.Classes).Select(score)];

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
