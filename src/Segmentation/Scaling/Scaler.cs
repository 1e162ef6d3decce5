namespace Segmentation.Scaling;

/// <summary>
/// Column by column z = (x - offset) / factor, computed in double, where x is ln(1 + value) for the columns that Logs marks.
/// A column without spread (for Robust: whose quartiles are equal) has the factor 1 over its weight. Missing values are not
/// allowed: the matrix refuses them.
/// </summary>
public sealed record Scaler(ScalingMethod Method, double[] Offsets, double[] Factors, bool[]? Logs = null)
{
    /// <summary>
    /// Learns offsets and factors; Standard divides by the population standard deviation (n, not n - 1). A column of weight w
    /// is w times as wide, and adds w² times as much to squared distances; weights are positive.
    /// </summary>
    /// <exception cref="NotFiniteValueException">A column to take the logarithm of has a number that is not above -1.</exception>
    public static Scaler Fit(IReadOnlyList<double[]> columns, ScalingMethod method, bool[]? logs = null, double[]? weights = null)
    {
        foreach (double weight in weights ?? [])
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight, nameof(weights));
        var fits = columns.Select((column, j) => FitColumn(logs?[j] == true ? LogScale.Column(column, j) : column, method)).ToArray();
        return new Scaler(
            method,
            [.. fits.Select(fit => fit.Offset)],
            [.. fits.Select((fit, j) => UsableFactor(fit.Factor, fit.Offset) / (weights?[j] ?? 1))],
            logs);
    }

    /// <summary>With the columns of a category after the others.</summary>
    public Scaler With(OneHot category) => new(
        Method,
        [.. Offsets, .. category.Values.Select(_ => 0.0)],
        [.. Factors, .. category.Values.Select(_ => category.Factor)],
        Logs is null ? null : [.. Logs, .. category.Values.Select(_ => false)]);

    public Matrix Transform(IReadOnlyList<double[]> columns)
    {
        var matrix = new Matrix(columns.Count == 0 ? 0 : columns[0].Length, columns.Count);
        for (int j = 0; j < columns.Count; j++)
            matrix.Fill(j, IsLog(j) ? LogScale.Column(columns[j], j) : columns[j], Offsets[j], Factors[j]);
        return matrix;
    }

    public double[] Transform(double[] row)
    {
        var point = new double[row.Length];
        Transform(row, point);
        return point;
    }

    /// <summary>One row into a span of equal length; NaN where a logarithm has no value.</summary>
    public void Transform(ReadOnlySpan<double> row, Span<double> point)
    {
        for (int j = 0; j < row.Length; j++)
            point[j] = ((IsLog(j) ? LogScale.Of(row[j]) : row[j]) - Offsets[j]) / Factors[j];
    }

    public double[] Inverse(double[] row) => [.. row.Select((z, j) => Unlogged(z * Factors[j] + Offsets[j], j))];

    private bool IsLog(int column) => Logs?[column] == true;

    private double Unlogged(double x, int column) => IsLog(column) ? LogScale.Inverse(x) : x;

    private static (double Offset, double Factor) FitColumn(double[] column, ScalingMethod method) => method switch
    {
        _ when column.Length == 0 => (0, 1),
        ScalingMethod.None => (0, 1),
        ScalingMethod.Standard => MeanAndDeviation(column),
        ScalingMethod.MinMax => (column.Min(), column.Max() - column.Min()),
        ScalingMethod.Robust => MedianAndQuartileRange(column),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static (double, double) MeanAndDeviation(double[] column)
    {
        double mean = column.Sum() / column.Length;
        // A second pass over the deviations takes the rounding of the first mean back out.
        mean += column.Sum(x => x - mean) / column.Length;
        return (mean, Math.Sqrt(column.Sum(x => (x - mean) * (x - mean)) / column.Length));
    }

    private static (double, double) MedianAndQuartileRange(double[] column)
    {
        var sorted = column.Order().ToArray();
        return (Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 0.75) - Quantile.OfSorted(sorted, 0.25));
    }

    // A spread within the rounding of the values themselves is no spread.
    private static double UsableFactor(double factor, double offset) =>
        factor > 1e-14 * Math.Abs(offset) && double.IsFinite(factor) ? factor : 1;
}
