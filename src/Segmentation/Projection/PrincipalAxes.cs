using Segmentation.Clustering;

namespace Segmentation.Projection;

/// <summary>
/// Principal axes (Pearson 1901; Hotelling 1933): the directions along which rows differ most. Axes are unit vectors at right
/// angles, strongest first; the sign of each makes its number of greatest magnitude positive, the first of equals. Variances
/// divide by n - 1, shares are parts of the variance of all columns.
/// </summary>
public sealed record PrincipalAxes(double[] Mean, double[][] Axes, double[] Variances, double[] Shares)
{
    /// <summary>Up to so many axes, at most one per column. Scale columns of different units first. O(rows · columns² + columns³).</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PrincipalAxes Fit(Matrix data, int axes = 2, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(axes, 1);
        var mean = ClusterMeans.Of(data, new int[data.Rows], 1, threads, cancellation)[0];
        var moments = RowMoments.Around(mean, data, threads, cancellation);
        var found = SymmetricEigen.Of(moments.Covariance(lost: data.Rows > 1 ? 1 : 0));
        double total = found.Sum(axis => Math.Max(0, axis.Value));
        var kept = found.Take(axes).Select(axis => (Variance: Math.Max(0, axis.Value), Axis: Positive(axis.Vector))).ToArray();
        return new PrincipalAxes(mean, [.. kept.Select(axis => axis.Axis)], [.. kept.Select(axis => axis.Variance)],
            [.. kept.Select(axis => total > 0 ? axis.Variance / total : 0)]);
    }

    /// <summary>Per axis one number per column: the axis times its standard deviation, which for standardised columns is their correlation.</summary>
    public double[][] Loadings => [.. Axes.Select((axis, a) => axis.Select(x => x * Math.Sqrt(Variances[a])).ToArray())];

    /// <summary>Where a row lies along each axis, the mean being 0.</summary>
    public double[] Transform(double[] row) =>
        [.. Axes.Select(axis => axis.Zip(row, Mean).Sum(cell => cell.First * (cell.Second - cell.Third)))];

    /// <summary>The positions of all rows, one array per axis. O(rows · columns · axes).</summary>
    public double[][] Transform(Matrix data)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Columns, Mean.Length, nameof(data));
        return [.. Axes.Select(axis => Along(axis, data))];
    }

    /// <summary>The row at a position along the axes; exact when there are as many axes as columns.</summary>
    public double[] Inverse(double[] position) =>
        [.. Mean.Select((mean, j) => mean + position.Select((x, a) => x * Axes[a][j]).Sum())];

    private double[] Along(double[] axis, Matrix data)
    {
        var positions = new double[data.Rows];
        for (int j = 0; j < axis.Length; j++)
        {
            var column = data.Column(j);
            for (int i = 0; i < positions.Length; i++)
                positions[i] += axis[j] * (column[i] - Mean[j]);
        }
        return positions;
    }

    // Magnitudes that differ by rounding only are equal, or the sign would hang on it.
    private static double[] Positive(double[] axis)
    {
        double greatest = axis.Max(Math.Abs);
        return axis.First(x => Math.Abs(x) >= greatest * (1 - 1e-9)) < 0 ? [.. axis.Select(x => -x)] : axis;
    }
}
