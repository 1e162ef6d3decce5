using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class GradientBoostingTests
{
    [Fact]
    public void One_round_on_two_groups_by_hand()
    {
        var model = GradientBoosting.Fit(Matrix.FromColumns([[0, 1, 10, 11]]), [0, 0, 1, 1], rounds: 1, depth: 1, shrinkage: 0.5);
        // Each p is a half, so a leaf of two rows has gradient ∓1 and curvature 1: its best value is ±1 / (1 + 1).
        double score = 0.5 * 0.5;
        Assert.Equal(Math.Exp(score) / (Math.Exp(score) + Math.Exp(-score)), model.Probabilities([3])[0], 1e-12);
        Assert.Equal((0, 1), (model.Predict([5.4]), model.Predict([5.6])));
    }

    [Fact]
    public void A_checkerboard_that_no_line_divides_is_learned()
    {
        var random = new SplitMix(1);
        var rows = Enumerable.Range(0, 2000).Select(_ => new[] { 4 * random.NextDouble(), 4 * random.NextDouble() }).ToArray();
        int[] labels = [.. rows.Select(row => ((int)row[0] + (int)row[1]) % 2)];
        var folds = CrossValidation.Run(Matrix.FromRows(rows), labels, (data, truth) => GradientBoosting.Fit(data, truth));
        Assert.True(folds.Confusion.MacroF1 > 0.95, $"{folds.Confusion.MacroF1}");
    }

    [Fact]
    public void The_loss_never_rises_over_rounds() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(3))];
            double before = double.PositiveInfinity;
            foreach (int rounds in new[] { 1, 2, 4, 8, 16 })
            {
                double loss = ProbabilityScore.LogLoss(GradientBoosting.Fit(data, labels, rounds).Probabilities(data), labels);
                Assert.True(loss <= before + 1e-9, $"{rounds} rounds rose from {before} to {loss}.");
                before = loss;
            }
        });

    [Fact]
    public void No_cut_gains_more_than_the_one_taken() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(2))];
            labels[0] = 1;
            var stump = GradientBoosting.Fit(data, labels, rounds: 1, depth: 1, leastCurvature: 1e-9).Probabilities(data);
            double best = 0;
            for (int j = 0; j < data.Columns; j++)
                best = Math.Max(best, data.Column(j).ToArray().Max(cut => Gain([.. Enumerable.Range(0, data.Rows).Select(i => data[i, j] <= cut)])));
            Assert.Equal(best, Gain([.. stump.Select(row => row[0] == stump[0][0])]), 1e-5);

            // With probabilities of a half, curvatures are a half too.
            double Gain(bool[] left) => Side(left, true) + Side(left, false) - Side(new bool[left.Length], false);
            double Side(bool[] left, bool side)
            {
                double[] gradients = [.. labels.Where((_, i) => left[i] == side).Select(label => 0.5 - label)];
                return Math.Pow(gradients.Sum(), 2) / (gradients.Length / 2.0 + 1);
            }
        }, maxRows: 60);

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var data = Tables.Blobs(6000, 4, 5, seed: 4);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => (int)(data[i, 0] + data[i, 1]) % 4)];
        var one = GradientBoosting.Fit(data, labels, rounds: 10).Probabilities(data);
        Assert.All([2, 5], threads => Assert.Equal(one, GradientBoosting.Fit(data, labels, rounds: 10, threads: threads).Probabilities(data, threads)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Any_number_of_columns_works(int columns)
    {
        var data = Tables.Blobs(400, columns, 3, seed: columns);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => data[i, 0] > 5 ? 1 : 0)];
        Assert.True(ConfusionMatrix.Of(labels, GradientBoosting.Fit(data, labels, rounds: 20).Predict(data)).Accuracy > 0.97);
    }

    [Fact]
    public void Huge_and_tiny_columns_stand_side_by_side()
    {
        var data = Matrix.FromRows([.. Enumerable.Range(0, 40).Select(i => new[] { i % 2 * 1e15, i / 20 * 1e-9 })]);
        int[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 2 + 2 * (i / 20))];
        Assert.Equal(labels, GradientBoosting.Fit(data, labels).Predict(data));
    }

    [Fact]
    public void One_row_is_certain_and_equal_rows_get_the_shares_of_their_classes()
    {
        Assert.Equal([1], GradientBoosting.Fit(Matrix.FromRows([[1, 2]]), [0]).Probabilities([3, 4]));
        var shares = GradientBoosting.Fit(Matrix.FromColumns([[5, 5, 5, 5]]), [0, 0, 0, 1], rounds: 400, penalty: 0).Probabilities([5]);
        Assert.Equal(0.75, shares[0], 1e-3);
    }

    [Fact]
    public void Leaves_without_restraint_stay_finite() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(3))];
            var model = GradientBoosting.Fit(data, labels, rounds: 30, penalty: 0, leastCurvature: 1e-300);
            Assert.All(model.Probabilities(data).SelectMany(row => row), p => Assert.InRange(p, 0, 1));
        }, maxRows: 60);

    [Fact]
    public void Progress_rises_to_one_and_a_cancelled_fit_stops()
    {
        var data = Tables.Blobs(500, 2, 3, seed: 2);
        var reports = new Reports();
        GradientBoosting.Fit(data, [.. Enumerable.Range(0, 500).Select(i => i % 2)], rounds: 20, threads: 2, progress: reports);
        reports.AssertRisingToOne();
        Assert.ThrowsAny<OperationCanceledException>(() => GradientBoosting.Fit(data, new int[500], cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var data = Matrix.FromColumns([[1, 2]]);
        Assert.Throws<ArgumentException>(() => GradientBoosting.Fit(data, [0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientBoosting.Fit(data, [0, 1], rounds: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientBoosting.Fit(data, [0, 1], depth: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientBoosting.Fit(data, [0, 1], shrinkage: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientBoosting.Fit(data, [0]));
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        var data = Tables.Blobs(200_000, 8, 20, seed: 1);
        int[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => (int)(data[i, 0] + data[i, 1]) % 5)];
        Cancelling.StopsSoon(cancellation => GradientBoosting.Fit(data, labels, rounds: 10_000, cancellation: cancellation), after: 100);
    }
}
