using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class PredictionTests
{
    private static readonly LogisticRegression Model = new([[1, 0], [-1, 0], [1, 0]], [0, 0, 0], 1);

    [Fact]
    public void Of_equally_probable_classes_the_lower_is_taken() => Assert.Equal([0, 0, 1], Model.Predict(Matrix.FromRows([[0, 5], [1, 5], [-1, 5]])));

    [Fact]
    public void One_row_and_many_get_the_same_probabilities_whatever_the_threads()
    {
        var data = Tables.Blobs(3000, 2, 3, seed: 1);
        var all = Model.Probabilities(data, threads: 5);
        for (int i = 0; i < data.Rows; i++)
            Assert.Equal(Model.Probabilities(data.Row(i)), all[i]);
        Assert.Equal(all.Select(row => Prediction.MostProbable(row)), Model.Predict(data, threads: 2));
    }

    [Fact]
    public void Scores_far_apart_do_not_overflow() => Assert.Equal([0, 1, 0], Model.Probabilities([-1e6, 0]));

    [Fact]
    public void Other_features_numbers_that_are_not_finite_and_cancelled_calls_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Predict(Matrix.FromRows([[1]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Predict([1, 2, 3]));
        Assert.Throws<NotFiniteValueException>(() => Model.Predict([1, 1e300]));
        Assert.ThrowsAny<OperationCanceledException>(() => Model.Predict(Matrix.FromRows([[1, 2]]), cancellation: new CancellationToken(true)));
    }
}
