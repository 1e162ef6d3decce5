using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class IndicesTests
{
    private static readonly Matrix Line = Matrix.FromColumns([[0, 2, 10, 12]]);

    [Fact]
    public void Two_pairs_on_a_line_by_hand()
    {
        int[] pairs = [0, 0, 1, 1];
        Assert.Equal(4, WithinClusterSumOfSquares.Of(Line, pairs));
        // Between: 4 rows, each 5 from the overall mean of 6, so 100 over 1; within: 4 over 4 - 2.
        Assert.Equal(50, CalinskiHarabasz.Score(Line, pairs));
        Assert.Equal((1 + 1) / 10.0, DaviesBouldin.Score(Line, pairs)!.Value, 1e-15);
    }

    [Fact]
    public void Noise_is_left_out()
    {
        var data = Matrix.FromColumns([[0, 2, 10, 12, 99]]);
        int[] labels = [0, 0, 1, 1, -1];
        Assert.Equal(4, WithinClusterSumOfSquares.Of(data, labels));
        Assert.Equal(50, CalinskiHarabasz.Score(data, labels));
        Assert.Equal(0.2, DaviesBouldin.Score(data, labels)!.Value, 1e-15);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0, 0 })]
    [InlineData(new[] { -1, -1, -1, -1 })]
    public void Fewer_than_two_clusters_have_no_index(int[] labels)
    {
        Assert.Null(CalinskiHarabasz.Score(Line, labels));
        Assert.Null(DaviesBouldin.Score(Line, labels));
    }

    [Fact]
    public void Undefined_ratios_are_null()
    {
        Assert.Null(CalinskiHarabasz.Score(Line, [0, 1, 2, 3]));
        Assert.Null(CalinskiHarabasz.Score(Matrix.FromColumns([[1, 1, 5, 5]]), [0, 0, 1, 1]));
        Assert.Null(DaviesBouldin.Score(Matrix.FromColumns([[0, 2, 0, 2]]), [0, 0, 1, 1]));
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 5, 5, 3, 3 }, 1)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 0, 1, 2 }, new[] { 0, 0, 1, 1 }, 0.5714285714285715)]
    [InlineData(new[] { 0, 0, 0 }, new[] { 1, 1, 1 }, 1)]
    [InlineData(new[] { 7 }, new[] { -1 }, 1)]
    public void Adjusted_rand_of_small_partitions(int[] a, int[] b, double expected)
    {
        Assert.Equal(expected, AdjustedRand.Index(a, b), 1e-12);
        Assert.Equal(expected, AdjustedRand.Index(b, a), 1e-12);
    }

    [Fact]
    public void The_elbow_is_where_the_curve_leaves_its_chord_most()
    {
        Assert.Equal(2, Elbow.Find([1, 2, 3, 4, 5], [100, 50, 10, 8, 5]));
        Assert.Null(Elbow.Find([1, 2, 3, 4], [40, 30, 20, 10]));
        Assert.Null(Elbow.Find([1, 2, 3], [1, 2, 3]));
        Assert.Null(Elbow.Find([1, 2], [2, 1]));
        Assert.Null(Elbow.Find([1, 2, 3], [5, 5, 5]));
    }
}
