using System.Linq;

namespace Segmentation.Scaling;

/// <summary>
/// Column by column z = (x - offset) / factor, computed in double; a constant column keeps the factor 1.
/// Missing values are not allowed: the matrix refuses them.
/// </summary>
public sealed record Scaler(ScalingMethod Method, double[] Offsets, double[] Factors)
{
    /// <summary>Learns offsets and factors; Standard divides by the population standard deviation (n, not n - 1).</summary>
    public static Scaler Fit(IReadOnlyList<double[]> columns, ScalingMethod method)
    {
        var fits = columns.Select(column => FitColumn(column, method)).ToArray();
        return new Scaler(method, [.. fits.Select(fit => fit.Offset)], [.. fits.Select(fit => UsableFactor(fit.Factor, fit.Offset))]);
    }

    public Matrix Transform(IReadOnlyList<double[]> columns)
    {
        var matrix = new Matrix(columns.Count == 0 ? 0 : columns[0].Length, columns.Count);
        for (int j = 0; j < columns.Count; j++)
            matrix.Fill(j, columns[j], Offsets[j], Factors[j]);
        return matrix;
    }

    public double[] Transform(double[] row) => [.. row.Select((x, j) => (x - Offsets[j]) / Factors[j])];

    public double[] Inverse(double[] row) => [.. row.Select((z, j) => z * Factors[j] + Offsets[j])];

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
