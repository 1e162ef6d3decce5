using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class RandomForestTests
{
    [Fact]
    public void Two_groups_on_a_line_are_told_apart_in_the_gap()
    {
        var forest = RandomForest.Fit(Matrix.FromColumns([[0, 1, 2, 3, 10, 11, 12, 13]]), [0, 0, 0, 0, 1, 1, 1, 1]);
        Assert.Equal((0, 1), (forest.Predict([2.5]), forest.Predict([10.5])));
        Assert.Equal(100, forest.Trees);
    }

    [Fact]
    public void A_checkerboard_that_no_line_divides_is_learned()
    {
        var random = new SplitMix(1);
        var rows = Enumerable.Range(0, 2000).Select(_ => new[] { 4 * random.NextDouble(), 4 * random.NextDouble() }).ToArray();
        int[] labels = [.. rows.Select(row => ((int)row[0] + (int)row[1]) % 2)];
        var folds = CrossValidation.Run(Matrix.FromRows(rows), labels, (data, truth) => RandomForest.Fit(data, truth, trees: 30));
        Assert.True(folds.Confusion.MacroF1 > 0.93, $"{folds.Confusion.MacroF1}");
    }

    [Fact]
    public void Rows_that_differ_are_learned_by_heart_by_most_trees() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(3))];
            var forest = RandomForest.Fit(data, labels, trees: 40, seed: random.NextBelow(100));
            var alone = Enumerable.Range(0, data.Rows).GroupBy(i => string.Join(' ', data.Row(i))).Where(group => group.Count() == 1).Select(group => group.Single()).ToList();
            Assert.All(forest.Probabilities(data), row => Assert.Equal(1, row.Sum(), 1e-12));
            if (alone.Count >= 20)
                Assert.True(alone.Count(i => forest.Predict(data.Row(i)) == labels[i]) > 0.8 * alone.Count);
        });

    [Fact]
    public void Equal_rows_get_the_shares_of_their_classes()
    {
        var forest = RandomForest.Fit(Matrix.FromColumns([[5, 5, 5, 5]]), [0, 0, 0, 1], trees: 2000);
        Assert.Equal(0.75, forest.Probabilities([5])[0], 0.02);
    }

    [Fact]
    public void Same_seed_same_forest_whatever_the_threads()
    {
        var data = Tables.Blobs(3000, 4, 5, seed: 4);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => (int)(data[i, 0] + data[i, 1]) % 4)];
        var one = RandomForest.Fit(data, labels, trees: 10).Probabilities(data);
        Assert.All([2, 5], threads => Assert.Equal(one, RandomForest.Fit(data, labels, trees: 10, threads: threads).Probabilities(data, threads)));
        Assert.NotEqual(one, RandomForest.Fit(data, labels, trees: 10, seed: 1).Probabilities(data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Any_number_of_columns_works(int columns)
    {
        var data = Tables.Blobs(400, columns, 3, seed: columns);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => data[i, 0] > 5 ? 1 : 0)];
        Assert.True(ConfusionMatrix.Of(labels, RandomForest.Fit(data, labels, trees: 20).Predict(data)).Accuracy > 0.97);
    }

    [Fact]
    public void Huge_and_tiny_columns_stand_side_by_side()
    {
        var data = Matrix.FromRows([.. Enumerable.Range(0, 40).Select(i => new[] { i % 2 * 1e15, i / 20 * 1e-9 })]);
        int[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 2 + 2 * (i / 20))];
        Assert.Equal(labels, RandomForest.Fit(data, labels).Predict(data));
    }

    [Fact]
    public void One_row_is_certain() => Assert.Equal([1], RandomForest.Fit(Matrix.FromRows([[1, 2]]), [0]).Probabilities([3, 4]));

    [Fact]
    public void Progress_rises_to_one_and_a_cancelled_fit_stops()
    {
        var data = Tables.Blobs(500, 2, 3, seed: 2);
        var reports = new Reports();
        RandomForest.Fit(data, new int[500], trees: 20, threads: 2, progress: reports);
        reports.AssertRisingToOne();
        Assert.ThrowsAny<OperationCanceledException>(() => RandomForest.Fit(data, new int[500], cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var data = Matrix.FromColumns([[1, 2]]);
        Assert.Throws<ArgumentException>(() => RandomForest.Fit(data, [0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomForest.Fit(data, [0, 1], trees: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomForest.Fit(data, [0, 1], featuresPerCut: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomForest.Fit(data, [0]));
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(200_000, 8, 20, seed: 1);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => (int)(data[i, 0] + data[i, 1]) % 5)];
        Cancelling.StopsSoon(cancellation => RandomForest.Fit(data, labels, trees: 10_000, cancellation: cancellation), after: 100);
    }
}
