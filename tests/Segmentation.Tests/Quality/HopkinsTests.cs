using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class HopkinsTests
{
    public static TheoryData<string> Names => QualityGolden.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void The_mean_over_seeds_is_that_of_the_definition(string name)
    {
        var golden = QualityGolden.On(name).Hopkins;
        var data = Matrix.FromColumns(TestData.Bench(name));
        var found = Enumerable.Range(0, 300).Select(seed => Hopkins.Of(data, seed)!).ToList();
        Assert.All(found, one => Assert.Equal(golden.Probes, one.Probes));
        // Five standard errors of the difference of means over 500 and 300 draws.
        Assert.Equal(golden.Mean, found.Average(one => one.Statistic), 5 * golden.Deviation * Math.Sqrt(1 / 500.0 + 1 / 300.0));
    }

    [Fact]
    public void The_tail_of_the_beta_distribution_agrees_with_scipy() =>
        Assert.All(QualityGolden.All.Beta, tail => Assert.Equal(tail.Chance, Hopkins.UpperTail(tail.H, tail.M), 1e-11));

    [Fact]
    public void Evenly_spread_rows_are_near_a_half_and_seldom_significant()
    {
        var tests = Enumerable.Range(0, 200).Select(seed => Hopkins.Of(Even(2000, seed), seed)!).ToList();
        Assert.Equal(0.5, tests.Average(test => test.Statistic), 0.015);
        Assert.InRange(tests.Count(test => test.PValue < 0.05), 1, 25);
    }

    [Fact]
    public void Clusters_are_near_one_and_a_grid_is_under_a_half()
    {
        var clusters = Hopkins.Of(Tables.Blobs(1000, 2, 4, seed: 2))!;
        Assert.InRange(clusters.Statistic, 0.85, 1);
        Assert.InRange(clusters.PValue, 0, 1e-6);
        var grid = Matrix.FromRows([.. Enumerable.Range(0, 900).Select(i => new double[] { i % 30, i / 30 })]);
        Assert.InRange(Hopkins.Of(grid)!.Statistic, 0, 0.25);
        Assert.InRange(Hopkins.Of(grid)!.PValue, 0.999, 1);
    }

    [Theory]
    [InlineData(1e-15)]
    [InlineData(1e15)]
    public void The_unit_does_not_matter(double unit)
    {
        var columns = Tables.Columns(Tables.Blobs(200, 3, 2, seed: 5));
        var scaled = Matrix.FromColumns([.. columns.Select(column => Array.ConvertAll(column, x => x * unit))]);
        Assert.Equal(Hopkins.Of(Matrix.FromColumns(columns))!.Statistic, Hopkins.Of(scaled)!.Statistic, 1e-5);
    }

    [Fact]
    public void Sixty_four_columns_stay_within_the_range_of_numbers() =>
        Assert.InRange(Hopkins.Of(Tables.Blobs(500, 64, 3, seed: 1))!.Statistic, 0.99, 1);

    [Fact]
    public void Nothing_to_compare_has_no_statistic()
    {
        Assert.Null(Hopkins.Of(Matrix.FromColumns([[1]])));
        Assert.Null(Hopkins.Of(Matrix.FromColumns([[4, 4, 4]])));
        Assert.Equal(1, Hopkins.Of(Matrix.FromColumns([[1, 2]]))!.Probes);
    }

    [Fact]
    public void The_threads_do_not_change_the_result()
    {
        var data = Tables.Blobs(3000, 3, 2, seed: 9);
        Assert.Equal(Hopkins.Of(data), Hopkins.Of(data, threads: 2));
        Assert.Equal(Hopkins.Of(data), Hopkins.Of(data, threads: 5));
    }

    [Fact]
    public void A_cancelled_test_throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Hopkins.Of(Tables.Blobs(100, 2, 2, seed: 1), cancellation: new CancellationToken(true)));

    private static Matrix Even(int rows, int seed)
    {
        var random = new SplitMix(seed + 1000);
        return Matrix.FromRows([.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextDouble(), random.NextDouble() })]);
    }
}
