using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Two_groups_on_a_line_are_told_apart_in_the_middle()
    {
        var model = LogisticRegression.Fit(Matrix.FromColumns([[0, 1, 9, 10]]), [0, 0, 1, 1], tolerance: 1e-9);
        Assert.Equal([0.5, 0.5], model.Probabilities([5]).Select(p => Math.Round(p, 9)));
        Assert.Equal((0, 1), (model.Predict([4.9]), model.Predict([5.1])));
        Assert.Equal(-model.Coefficients[0][0], model.Coefficients[1][0], 1e-9);
    }

    [Fact]
    public void Without_a_useful_feature_the_probabilities_are_the_shares_of_the_classes() =>
        AssertNear([0.5, 0.25, 0.25], LogisticRegression.Fit(Matrix.FromColumns([[7, 7, 7, 7]]), [0, 0, 1, 2], tolerance: 1e-10).Probabilities([3]), 1e-9);

    [Fact]
    public void At_the_minimum_every_derivative_is_nought() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(3))];
            var model = LogisticRegression.Fit(data, labels, tolerance: 1e-7);
            var probabilities = model.Probabilities(data);
            for (int c = 0; c < model.Classes; c++)
                Assert.Equal(labels.Count(label => label == c), probabilities.Sum(row => row[c]), 1e-3);
        });

    [Fact]
    public void Units_do_not_matter()
    {
        var random = new SplitMix(1);
        var rows = Enumerable.Range(0, 100).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
        int[] labels = [.. rows.Select(row => row[0] + row[1] > 1 ? 1 : 0)];
        var plain = LogisticRegression.Fit(Matrix.FromRows(rows), labels, tolerance: 1e-9);
        var units = LogisticRegression.Fit(Matrix.FromRows([.. rows.Select(row => new[] { row[0] * 1e15, row[1] * 1e-9 })]), labels, tolerance: 1e-9);
        foreach (var row in rows)
            AssertNear(plain.Probabilities(row), units.Probabilities([row[0] * 1e15, row[1] * 1e-9]), 1e-5);
    }

    [Fact]
    public void A_single_class_is_certain() =>
        Assert.Equal([1], LogisticRegression.Fit(Matrix.FromRows([[1, 2]]), [0]).Probabilities([5, 6]));

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var data = Tables.Blobs(20_000, 3, 4, seed: 1);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => data[i, 0] + data[i, 1] > 10 ? 1 : data[i, 2] > 5 ? 2 : 0)];
        var one = LogisticRegression.Fit(data, labels, threads: 1);
        Assert.All([2, 5], threads => Assert.Equal(one.Coefficients, LogisticRegression.Fit(data, labels, threads: threads).Coefficients));
    }

    [Fact]
    public void Progress_rises_to_one_and_a_cancelled_fit_stops()
    {
        var data = Tables.Blobs(500, 2, 3, seed: 2);
        int[] labels = [.. Enumerable.Range(0, 500).Select(i => data[i, 0] > 5 ? 1 : 0)];
        var reports = new Reports();
        LogisticRegression.Fit(data, labels, progress: reports);
        reports.AssertRisingToOne();
        Assert.ThrowsAny<OperationCanceledException>(() => LogisticRegression.Fit(data, labels, cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void Bad_input_is_refused_with_the_reason()
    {
        var data = Matrix.FromColumns([[1, 2, 3]]);
        Assert.Contains("Row 2 has the label -1", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(data, [0, 1, -1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(data, [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(data, [0, 1, 1], penalty: 0));
        var model = LogisticRegression.Fit(data, [0, 1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Predict([1.0, 2.0]));
        Assert.Equal(0, Assert.Throws<NotFiniteValueException>(() => model.Predict([double.NaN])).Column);
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
