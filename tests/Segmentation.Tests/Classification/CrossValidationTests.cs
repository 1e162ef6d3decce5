using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class CrossValidationTests
{
    [Fact]
    public void Every_row_is_predicted_once_by_a_model_that_did_not_see_it()
    {
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 20).Select(i => (double)i)]]);
        var seen = new List<float[]>();
        var folds = CrossValidation.Run(data, [.. Enumerable.Range(0, 20).Select(i => i % 2)], (rows, labels) =>
        {
            seen.Add(rows.Column(0).ToArray());
            return LogisticRegression.Fit(rows, labels);
        }, folds: 4);
        Assert.Equal(20, folds.Confusion.Rows);
        Assert.Equal([5, 5, 5, 5], folds.Folds.Select(fold => fold.Rows));
        Assert.Equal(4, seen.Count);
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(3, seen.Count(rows => rows.Contains(i))));
    }

    [Fact]
    public void A_class_with_one_row_is_missed_but_counted()
    {
        var data = Matrix.FromColumns([[1, 2, 3, 11, 12, 13, 40]]);
        var folds = CrossValidation.Run(data, [0, 0, 0, 1, 1, 1, 2], (rows, labels) => LogisticRegression.Fit(rows, labels), folds: 3);
        Assert.Equal(0, folds.Confusion.Recall(2));
        Assert.Equal(6 / 7.0, folds.Confusion.Accuracy, 1e-12);
        Assert.True(folds.LogLoss > 36 / 7.0);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var reports = new Reports();
        CrossValidation.Run(Tables.Blobs(60, 2, 2, seed: 1), [.. Enumerable.Range(0, 60).Select(i => i % 3)], (rows, labels) => LogisticRegression.Fit(rows, labels), progress: reports);
        reports.AssertRisingToOne();
    }
}
