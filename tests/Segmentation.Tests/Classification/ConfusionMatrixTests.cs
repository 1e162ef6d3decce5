using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class ConfusionMatrixTests
{
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of([0, 0, 0, 0, 1, 1, 2, 2, 2, 2], [0, 0, 0, 1, 1, 1, 0, 1, 2, 2]);

    [Fact]
    public void Counts_have_the_truth_down_and_the_prediction_across() =>
        Assert.Equal([[3, 1, 0], [0, 2, 0], [1, 1, 2]], Matrix.Counts);

    [Fact]
    public void Scores_by_hand()
    {
        Assert.Equal(0.7, Matrix.Accuracy, 1e-15);
        Assert.Equal([3 / 4.0, 2 / 4.0, 2 / 2.0], Enumerable.Range(0, 3).Select(Matrix.Precision));
        Assert.Equal([3 / 4.0, 2 / 2.0, 2 / 4.0], Enumerable.Range(0, 3).Select(Matrix.Recall));
        Assert.Equal([3 / 4.0, 2 / 3.0, 2 / 3.0], Enumerable.Range(0, 3).Select(Matrix.F1));
        Assert.Equal(0.75, Matrix.MacroPrecision, 1e-15);
        Assert.Equal(0.75, Matrix.MacroRecall, 1e-15);
        Assert.Equal((3 / 4.0 + 4 / 3.0) / 3, Matrix.MacroF1, 1e-15);
    }

    [Fact]
    public void A_class_never_predicted_has_precision_0_and_one_that_does_not_occur_is_not_averaged()
    {
        var matrix = ConfusionMatrix.Of([0, 0, 3], [0, 0, 0]);
        Assert.Equal(0, matrix.Precision(3));
        Assert.Equal(0, matrix.F1(1));
        Assert.Equal((4 / 5.0 + 0) / 2, matrix.MacroF1, 1e-15);
    }

    [Fact]
    public void No_rows_score_0() => Assert.Equal((0, 0.0, 0.0), (ConfusionMatrix.Of([], []).Rows, ConfusionMatrix.Of([], []).Accuracy, ConfusionMatrix.Of([], []).MacroF1));

    [Fact]
    public void Noise_and_uneven_lengths_are_refused()
    {
        Assert.Contains("Row 1 has the label -1", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, -1], [0, 0])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([0], [0, 0]));
    }
}
