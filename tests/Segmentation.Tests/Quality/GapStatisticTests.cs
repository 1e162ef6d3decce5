using Segmentation.Clustering;
using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class GapStatisticTests
{
    public static TheoryData<string> Names => QualityGolden.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Gaps_and_errors_agree_with_scikit_learn(string name)
    {
        var golden = QualityGolden.On(name).Gap;
        var data = Matrix.FromColumns(TestData.Bench(name));
        var gap = Of(data, golden.Logs.Length, references: 60);
        for (int s = 0; s < golden.Logs.Length; s++)
        {
            var step = gap.Steps[s];
            double error = golden.Deviations[s] * Math.Sqrt(1.0 / golden.References + 1.0 / 60);
            Assert.Equal(golden.Logs[s], step.LogWcss, 1e-6);
            Assert.Equal(golden.Means[s], step.ReferenceLogWcss, 5 * error);
            Assert.Equal(step.ReferenceLogWcss - step.LogWcss, step.Gap);
            Assert.InRange(step.Error / golden.Deviations[s], 0.7, 1.4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Clouds_far_apart_are_counted(int clouds)
    {
        var line = Tables.Columns(Tables.Blobs(600, 2, 1, seed: 3));
        var data = Matrix.FromColumns([[.. line[0].Select((x, i) => x + 12 * (i % clouds))], [.. line[1].Select((y, i) => y + 12 * (i % clouds % 2))]]);
        Assert.Equal(clouds, Of(data, 8).ChosenK);
    }

    [Fact]
    public void The_first_k_within_one_error_of_the_next_is_chosen()
    {
        var gap = Of(Tables.Blobs(300, 2, 6, seed: 12), 10);
        int first = Enumerable.Range(0, 9).First(s => gap.Steps[s].Gap >= gap.Steps[s + 1].Gap - gap.Steps[s + 1].Error);
        Assert.Equal(gap.Steps[first].K, gap.ChosenK);
    }

    [SkippableFact]
    public void The_mall_customers_are_one_group_by_this_rule()
    {
        var gap = Of(Mall.Raw(Mall.Income, Mall.Spending), 10);
        Assert.Equal(1, gap.ChosenK);
        Assert.InRange(gap.Steps.MaxBy(step => step.Gap)!.K, 5, 10);
    }

    [Fact]
    public void Distinct_rows_that_run_out_leave_finite_gaps()
    {
        Assert.Equal(3, Of(Matrix.FromColumns([[1, 1, 1, 1, 5, 5, 5, 5, 90, 90, 90, 90]]), 6).ChosenK);
        var equal = Of(Matrix.FromColumns([[4, 4, 4]]), 3);
        Assert.Equal(1, equal.ChosenK);
        Assert.All(equal.Steps, step => Assert.Equal((0, 0), (step.Gap, step.Error)));
        Assert.Equal(1, Of(Matrix.FromColumns([[4]]), 3).ChosenK);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_threads_do_not_change_the_result(int threads)
    {
        var data = Tables.Blobs(300, 3, 3, seed: 2);
        Assert.Equal(Of(data, 4).Steps, Of(data, 4, threads: threads).Steps);
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        var data = Tables.Blobs(100, 2, 3, seed: 2);
        GapStatistic.Of(data, ClusterSweep.Run(data).Steps, threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Fact]
    public void Senseless_settings_and_a_cancelled_run_throw()
    {
        var data = Tables.Blobs(100, 2, 3, seed: 2);
        var steps = ClusterSweep.Run(data, 1, 3).Steps;
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(data, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(data, steps, references: 1));
        Assert.ThrowsAny<OperationCanceledException>(() => GapStatistic.Of(data, steps, cancellation: new CancellationToken(true)));
    }

    private static GapStatistic Of(Matrix data, int to, int references = 20, int threads = 1) =>
        GapStatistic.Of(data, ClusterSweep.Run(data, 1, to, starts: 50).Steps, references, threads: threads);
}
