using Segmentation.Projection;

namespace Segmentation.Tests.Projection;

public sealed class PrincipalAxesTests
{
    [Fact]
    public void Rows_along_a_diagonal_have_one_axis_by_hand()
    {
        var axes = PrincipalAxes.Fit(Matrix.FromRows([[0, 1], [1, 2], [2, 3]]));
        Assert.Equal([1, 2], axes.Mean);
        AssertNear([Math.Sqrt(0.5), Math.Sqrt(0.5)], axes.Axes[0]);
        AssertNear([2, 0], axes.Variances);
        AssertNear([1, 0], axes.Shares);
        AssertNear([1, 1], axes.Loadings[0]);
        AssertNear([Math.Sqrt(2), 0], axes.Transform([2, 3]).Select(Math.Abs).ToArray());
    }

    [Fact]
    public void Axes_are_unit_vectors_at_right_angles_with_a_positive_peak() =>
        Tables.ForAll((data, _) =>
        {
            var axes = PrincipalAxes.Fit(data, data.Columns).Axes;
            for (int a = 0; a < axes.Length; a++)
            {
                for (int b = 0; b < axes.Length; b++)
                    Assert.Equal(a == b ? 1 : 0, axes[a].Zip(axes[b], (x, y) => x * y).Sum(), 1e-12);
                Assert.True(axes[a].Max() >= -axes[a].Min() - 1e-9);
            }
        });

    [Fact]
    public void The_variance_along_an_axis_is_that_of_the_positions_and_positions_do_not_correlate() =>
        Tables.ForAll((data, _) =>
        {
            var axes = PrincipalAxes.Fit(data, data.Columns);
            var positions = axes.Transform(data);
            for (int a = 0; a < positions.Length; a++)
            {
                Assert.Equal(0, positions[a].Average(), 1e-6);
                Assert.Equal(axes.Variances[a], positions[a].Sum(x => x * x) / Math.Max(1, data.Rows - 1), 1e-6);
                for (int b = 0; b < a; b++)
                    Assert.Equal(0, positions[a].Zip(positions[b], (x, y) => x * y).Sum() / data.Rows, 1e-6);
            }
            Assert.Equal(axes.Variances.OrderDescending(), axes.Variances);
        });

    [Fact]
    public void Inverse_undoes_transform_with_all_axes() =>
        Tables.ForAll((data, random) =>
        {
            var axes = PrincipalAxes.Fit(data, data.Columns);
            var row = data.Row(random.NextBelow(data.Rows));
            AssertNear(row, axes.Inverse(axes.Transform(row)));
        });

    [Fact]
    public void Moving_the_rows_does_not_turn_the_axes() =>
        Tables.ForAll((data, _) =>
        {
            var moved = Matrix.FromColumns([.. Tables.Columns(data).Select(column => Array.ConvertAll(column, x => x + 4096))]);
            AssertNear(PrincipalAxes.Fit(data, 9).Variances, PrincipalAxes.Fit(moved, 9).Variances);
        });

    [Fact]
    public void One_row_and_equal_rows_have_axes_without_variance()
    {
        var one = PrincipalAxes.Fit(Matrix.FromRows([[3, 4, 5]]), 2);
        Assert.Equal([0, 0], one.Variances);
        Assert.Equal([0, 0], one.Shares);
        Assert.Equal([0, 0], one.Transform([3, 4, 5]));
        Assert.Equal([0], PrincipalAxes.Fit(Matrix.FromColumns([[7, 7, 7]]), 5).Variances);
    }

    [Fact]
    public void Huge_and_tiny_columns_keep_their_variances()
    {
        var axes = PrincipalAxes.Fit(Matrix.FromRows([[1e15, 1e-9], [1e15, 3e-9], [-1e15, 1e-9], [-1e15, 3e-9]]));
        Assert.Equal(4 / 3.0, axes.Variances[0] / 1e30, 1e-6);
        Assert.Equal(4 / 3.0, axes.Variances[1] / 1e-18, 1e-6);
    }

    [Fact]
    public void Sixty_four_columns_are_no_trouble()
    {
        var axes = PrincipalAxes.Fit(Tables.Blobs(5000, 64, 5, seed: 3), 64);
        Assert.Equal(1, axes.Shares.Sum(), 1e-9);
        Assert.True(axes.Shares[3] > 10 * axes.Shares[4], "Five blobs span four directions and noise the rest.");
    }

    [Fact]
    public void The_threads_do_not_change_the_result()
    {
        var data = Tables.Blobs(50_000, 4, 3, seed: 3);
        PrincipalAxes alone = PrincipalAxes.Fit(data, 4), together = PrincipalAxes.Fit(data, 4, threads: 4);
        Assert.Equal(alone.Axes, together.Axes);
        Assert.Equal(alone.Variances, together.Variances);
    }

    [Fact]
    public void A_cancelled_fit_throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => PrincipalAxes.Fit(Tables.Blobs(100, 2, 2, seed: 1), cancellation: new CancellationToken(true)));

    [Fact]
    public void Senseless_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalAxes.Fit(Matrix.FromColumns([[]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalAxes.Fit(Matrix.FromColumns([[1]]), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalAxes.Fit(Matrix.FromColumns([[1]])).Transform(Matrix.FromColumns([[1], [2]])));
    }

    private static void AssertNear(double[] expected, double[] actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-8);
}
