using Segmentation.Projection;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Projection;

public sealed class TsneTests
{
    public static TheoryData<string> Names => [.. QualityGolden.All.Maps.Select(map => map.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Maps_diverge_no_more_than_those_of_scikit_learn_and_keep_as_many_neighbours(string name)
    {
        var golden = QualityGolden.All.Maps.Single(map => map.Name == name);
        var data = Matrix.FromColumns(TestData.Bench(name));
        var map = Tsne.Fit(data, threads: 2);
        Assert.InRange(map.Divergence, 0, golden.Divergence);
        Assert.InRange(Kept(data, Matrix.FromColumns(map.Positions)), golden.Kept - 0.01, 1);
    }

    [Fact]
    public void The_divergence_is_that_of_the_definition()
    {
        var data = Tables.Blobs(300, 4, 3, seed: 1);
        var map = Tsne.Fit(data, 20, iterations: 300);
        var affinities = Affinities.Of(NearestNeighbours.Of(data, 61, 1, new ProgressCount(null, 1), default), 300, 20, 1, default);
        var on = Matrix.FromColumns(map.Positions);
        double weights = Enumerable.Range(0, 300).Sum(i => Enumerable.Range(0, 300).Where(j => j != i).Sum(j => Weight(on, i, j)));
        double expected = Enumerable.Range(0, 300).Sum(i => Enumerable.Range(affinities.Starts[i], affinities.Starts[i + 1] - affinities.Starts[i])
            .Sum(e => affinities.Weights[e] * Math.Log(affinities.Weights[e] / (Weight(on, i, affinities.Columns[e]) / weights))));
        Assert.Equal(expected, map.Divergence, 0.01 * expected);
    }

    [Fact]
    public void The_map_lies_as_the_principal_axes_do()
    {
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 400).Select(i => i % 2 * 50 + i % 20)], [.. Enumerable.Range(0, 400).Select(i => (double)(i * 7 % 11))]]);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            double[] across = Tsne.Fit(data, seed: seed).Positions[0];
            Assert.True(across.Where((_, i) => i % 2 == 0).Max() < across.Where((_, i) => i % 2 == 1).Min());
        }
    }

    [Fact]
    public void Clouds_in_many_columns_stay_apart()
    {
        var clouds = Tables.Columns(Tables.Blobs(600, 64, 1, seed: 2));
        var data = Matrix.FromColumns([.. clouds.Select((column, j) => column.Select((x, i) => x + (i % 4 == j % 4 ? 5 : 0)).ToArray())]);
        var map = Matrix.FromColumns(Tsne.Fit(data).Positions);
        for (int i = 0; i < 600; i++)
        {
            int nearest = Enumerable.Range(0, 600).Where(j => j != i).MinBy(j => ExactDistance.Squared(map, i, j));
            Assert.Equal(i % 4, nearest % 4);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_threads_do_not_change_the_result(int threads)
    {
        var data = Tables.Blobs(2200, 3, 4, seed: 6);
        Tsne alone = Tsne.Fit(data, iterations: 60), together = Tsne.Fit(data, iterations: 60, threads: threads);
        Assert.Equal(alone.Positions[0], together.Positions[0]);
        Assert.Equal(alone.Positions[1], together.Positions[1]);
        Assert.Equal(alone.Divergence, together.Divergence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(20)]
    public void Few_and_equal_rows_have_finite_positions(int rows)
    {
        AssertFinite(Tsne.Fit(Matrix.FromColumns([[.. Enumerable.Range(0, rows).Select(i => (double)i)]])), rows);
        AssertFinite(Tsne.Fit(Matrix.FromColumns([[.. Enumerable.Repeat(7.0, rows)], [.. Enumerable.Repeat(7.0, rows)]])), rows);
    }

    [Fact]
    public void Huge_beside_tiny_columns_do_no_harm() =>
        AssertFinite(Tsne.Fit(Matrix.FromColumns([[.. Enumerable.Range(0, 90).Select(i => i * 1e15)], [.. Enumerable.Range(0, 90).Select(i => i % 7 * 1e-9)]])), 90);

    [Fact]
    public void The_unit_does_not_matter()
    {
        var columns = Tables.Columns(Tables.Blobs(200, 3, 2, seed: 5));
        double plain = Tsne.Fit(Matrix.FromColumns(columns)).Divergence;
        Assert.Equal(plain, Tsne.Fit(Matrix.FromColumns([.. columns.Select(column => Array.ConvertAll(column, x => x * 1e12))])).Divergence, 0.1 * plain);
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        Tsne.Fit(Tables.Blobs(300, 2, 2, seed: 1), iterations: 20, threads: 2, progress: reports);
        reports.AssertRisingToOne();
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void A_cancelled_map_stops_soon(double progress)
    {
        using var cancel = new CancelAt(progress);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Tsne.Fit(Tables.Blobs(8000, 8, 5, seed: 2), iterations: 200, threads: 2, progress: cancel, cancellation: cancel.Token));
        cancel.AssertSoon();
    }

    [Fact]
    public void Senseless_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tsne.Fit(Matrix.FromColumns([[]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tsne.Fit(Matrix.FromColumns([[1, 2]]), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tsne.Fit(Matrix.FromColumns([[1, 2]]), iterations: 0));
    }

    private static void AssertFinite(Tsne map, int rows)
    {
        Assert.Equal([rows, rows], map.Positions.Select(axis => axis.Length));
        Assert.All(map.Positions.SelectMany(axis => axis), x => Assert.True(double.IsFinite(x)));
        Assert.All(map.Positions, axis => Assert.Equal(0, axis.Average(), 1e-6));
        Assert.True(double.IsFinite(map.Divergence));
    }

    private static double Weight(Matrix map, int i, int j) => 1 / (1 + ExactDistance.Squared(map, i, j));

    /// <summary>The share of ten nearest neighbours that are so on the map too.</summary>
    private static double Kept(Matrix data, Matrix map)
    {
        var count = new ProgressCount(null, 1);
        NearestNeighbours before = NearestNeighbours.Of(data, 10, 2, count, default), after = NearestNeighbours.Of(map, 10, 2, count, default);
        return Enumerable.Range(0, data.Rows).Average(i => before.Rows(i).ToArray().Intersect(after.Rows(i).ToArray()).Count() / 10.0);
    }
}
