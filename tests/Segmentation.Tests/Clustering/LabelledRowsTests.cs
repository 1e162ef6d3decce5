using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class LabelledRowsTests
{
    [Theory]
    [InlineData(300, 2, 0.25, 5)]
    [InlineData(2_000, 3, 0.35, 8)]
    [InlineData(500, 6, 0.55, 4)]
    public void Rows_of_a_run_of_Dbscan_get_their_own_label_back(int rows, int columns, double epsilon, int minPoints)
    {
        var data = Clouds(rows, columns, 1);
        var found = Dbscan.Fit(data, epsilon, minPoints);

        var cores = LabelledRows.Cores(data, found.Labels, epsilon, minPoints)!;

        Assert.True(found.Clusters > 0 && found.Labels.Contains(-1));
        Assert.Equal(found.Labels, Enumerable.Range(0, rows).Select(i => cores.Nearest(Point(data, i)) is var near && near.Distance <= epsilon ? near.Label : -1));
    }

    [Fact]
    public void Cores_are_the_rows_with_enough_rows_around_them()
    {
        var data = Clouds(400, 2, 3);
        var found = Dbscan.Fit(data, 0.2, 6);
        int cores = Enumerable.Range(0, 400).Count(i => Enumerable.Range(0, 400).Count(j => ExactDistance.Squared(data, i, j) <= 0.04) >= 6);

        Assert.Equal(cores, LabelledRows.Cores(data, found.Labels, 0.2, 6)!.Rows);
        Assert.Null(LabelledRows.Cores(data, new int[400], 1e-9, 6));
    }

    [Fact]
    public void The_nearest_row_is_that_of_a_search_through_all()
    {
        var data = Clouds(1_000, 4, 5);
        var all = LabelledRows.All(data, [.. Enumerable.Range(0, 1_000)]);
        var random = new SplitMix(9);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] point = [.. Enumerable.Range(0, 4).Select(_ => (double)(float)(random.NextDouble() * 4 - 2))];
            int expected = Enumerable.Range(0, 1_000).MinBy(i => ExactDistance.Squared(data, i, point));

            var (row, label, distance) = all.Nearest(point);

            Assert.Equal((expected, expected), (row, label));
            Assert.Equal(Math.Sqrt(ExactDistance.Squared(data, expected, point)), distance, 1e-12);
        }
    }

    [Fact]
    public void Of_equally_near_rows_the_lowest_decides()
    {
        var rows = Matrix.FromRows([.. Enumerable.Range(0, 300).Select(i => new double[] { i % 2 == 0 ? 1 : -1 })]);

        Assert.Equal((0, 0, 1.0), LabelledRows.All(rows, [.. Enumerable.Range(0, 300)]).Nearest([0]));
        Assert.Equal((1, 1, 0.5), LabelledRows.All(rows, [.. Enumerable.Range(0, 300)]).Nearest([-0.5]));
    }

    [Fact]
    public void Great_and_tiny_numbers_lose_nothing()
    {
        var rows = Matrix.FromRows([[1e15, 0], [3e15, 1e-9]]);

        Assert.Equal(1, LabelledRows.All(rows, [7, 8]).Nearest([2.5e15, 0]).Row);
    }

    [Fact]
    public void All_of_them_can_be_read_in_the_order_of_the_data_and_in_its_units()
    {
        var data = Clouds(300, 3, 6);
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => i % 7 - 1)];

        var read = LabelledRows.All(data, labels).InOrder().ToList();

        Assert.Equal(labels, read.Select(row => row.Label));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => Point(data, i)), read.Select(row => row.Point));
    }

    private static Matrix Clouds(int rows, int columns, int seed)
    {
        var random = new SplitMix(seed);
        return Matrix.FromRows([.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns)
            .Select(_ => i % 3 - 1 + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 0.6).ToArray())]);
    }

    private static double[] Point(Matrix data, int row) => data.Row(row);
}
