using Dashboard.Data;

namespace Dashboard.Explore;

public sealed record CorrelatedPair(Column First, Column Second, double Correlation);

/// <summary>Which number columns say nearly the same thing.</summary>
public static class Correlations
{
    public const double Strong = 0.95;

    /// <summary>Pairs whose correlation (Pearson's) is beyond 0.95 either way, the strongest first. NaN is missing: a pair counts the rows that have both.</summary>
    public static IReadOnlyList<CorrelatedPair> Find(IReadOnlyList<Column> columns, IReadOnlyList<double[]> values)
    {
        var pairs = new List<CorrelatedPair>();
        for (var i = 0; i < columns.Count; i++)
        {
            for (var j = i + 1; j < columns.Count; j++)
            {
                if (Of(values[i], values[j]) is var r && Math.Abs(r) > Strong)
                {
                    pairs.Add(new(columns[i], columns[j], r));
                }
            }
        }
        return [.. pairs.OrderByDescending(p => Math.Abs(p.Correlation))];
    }

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
