using Dashboard.Data;

namespace Dashboard.Explore;

public sealed record CorrelatedPair(Column First, Column Second, double Correlation);

/// <summary>Which number columns say nearly the same thing.</summary>
public static class Correlations
{
    public const double Strong = 0.95;

    /// <summary>Row i holds the correlation (Pearson's) with each column before i. NaN is missing: a pair counts the rows that have both.</summary>
    public static double[][] Matrix(IReadOnlyList<double[]> values)
    {
        var rows = new double[values.Count][];
        Parallel.For(0, rows.Length, i => rows[i] = [.. Enumerable.Range(0, i).Select(j => Of(values[j], values[i]))]);
        return rows;
    }

    /// <summary>Pairs beyond 0.95 either way, the strongest first.</summary>
    public static IReadOnlyList<CorrelatedPair> Find(IReadOnlyList<Column> columns, double[][] matrix) =>
    [
        .. from i in Enumerable.Range(0, columns.Count)
           from j in Enumerable.Range(i + 1, columns.Count - i - 1)
           where Math.Abs(matrix[j][i]) > Strong
           orderby Math.Abs(matrix[j][i]) descending
           select new CorrelatedPair(columns[i], columns[j], matrix[j][i]),
    ];

    /// <summary>NaN where one of them does not vary, or fewer than three rows have both.</summary>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (count, meanX, meanY) = Means(x, y);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                var (dx, dy) = (x[i] - meanX, y[i] - meanY);
                (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
            }
        }
        return count < 3 || xx == 0 || yy == 0 ? double.NaN : xy / (Math.Sqrt(xx) * Math.Sqrt(yy));
    }

    private static (int Count, double X, double Y) Means(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (count, sumX, sumY) = (0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                (count, sumX, sumY) = (count + 1, sumX + x[i], sumY + y[i]);
            }
        }
        return (count, sumX / count, sumY / count);
    }
}
