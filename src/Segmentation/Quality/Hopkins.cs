namespace Segmentation.Quality;

/// <summary>
/// Whether rows gather more than at random (Hopkins and Skellam, Annals of Botany 18, 1954). With u the distance from a point
/// drawn evenly from the bounding box to the nearest row, w that from a row drawn at random to the nearest other row, and d
/// columns, the statistic is Σu^d / (Σu^d + Σw^d): about 0.5 for rows spread evenly over the box, near 1 for clusters, under
/// 0.5 for a grid. (Texts that leave out the power, or swap u and w, have other null values: Wright, R Journal 14, 2022.)
/// PValue is the chance of a statistic at least as great from evenly spread rows, where it follows a Beta(probes, probes)
/// distribution; correlation alone, without any cluster, lowers it too.
/// </summary>
public sealed record Hopkins(double Statistic, double PValue, int Probes)
{
    /// <summary>As many points and rows are drawn as a tenth of the rows, rounded up, but at most so many.</summary>
    public const int MaxProbes = 500;

    private const int ProbesPerPiece = 16;

    /// <summary>Null under two rows, without columns, and when all rows are equal. O(rows · probes · columns).</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Hopkins? Of(Matrix data, int seed = 42, int threads = 1, CancellationToken cancellation = default)
    {
        if (data.Rows < 2 || data.Columns == 0)
            return null;
        int probes = Math.Min(MaxProbes, (data.Rows + 9) / 10);
        var random = new SplitMix(seed);
        var rows = random.Sample(data.Rows, probes);
        var scaled = ToMiddle(data);
        var points = DrawFromBox(scaled, probes, random);
        var fromPoints = new double[probes];
        var fromRows = new double[probes];
        Workers.Run((probes + ProbesPerPiece - 1) / ProbesPerPiece, threads, piece =>
        {
            var nearest = new NearestOther(scaled);
            for (int i = piece * ProbesPerPiece; i < Math.Min(probes, (piece + 1) * ProbesPerPiece); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                fromPoints[i] = nearest.Squared(points[i], -1);
                fromRows[i] = nearest.Squared(Array.ConvertAll(scaled.Row(rows[i]), x => (float)x), rows[i]);
            }
        }, cancellation);
        return Of(fromPoints, fromRows, data.Columns);
    }

    private static Hopkins? Of(double[] fromPoints, double[] fromRows, int columns)
    {
        double greatest = Math.Max(fromPoints.Max(), fromRows.Max());
        if (greatest == 0)
            return null;
        // Powers of ratios: those of the distances themselves would leave the range of double.
        double u = fromPoints.Sum(square => Math.Pow(square / greatest, columns / 2.0));
        double w = fromRows.Sum(square => Math.Pow(square / greatest, columns / 2.0));
        return new Hopkins(u / (u + w), UpperTail(u / (u + w), fromRows.Length), fromRows.Length);
    }

    /// <summary>P(Beta(m, m) ≥ h), which is the chance of m or more successes of 1 - h in 2m - 1 trials.</summary>
    internal static double UpperTail(double h, int m)
    {
        if (h < 0.5)
            return 1 - UpperTail(1 - h, m);
        if (h >= 1)
            return 0;
        double logTerm = m * Math.Log(1 - h) + (m - 1) * Math.Log(h);
        for (int i = 1; i < m; i++)
            logTerm += Math.Log((double)(m + i) / i);
        double odds = (1 - h) / h, sum = 0, term = Math.Exp(logTerm);
        for (int successes = m; successes < 2 * m; successes++)
        {
            sum += term;
            term *= odds * (2 * m - 1 - successes) / (successes + 1);
        }
        return Math.Min(1, sum);
    }

    private static Matrix ToMiddle(Matrix data) => data.Gather([.. Enumerable.Range(0, data.Rows)], FloatRange.ScaleToMiddle(data));

    private static float[][] DrawFromBox(Matrix data, int count, SplitMix random)
    {
        var box = Enumerable.Range(0, data.Columns).Select(j => Side(data.Column(j))).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => box.Select(side => (float)(side.Low + random.NextDouble() * (side.High - side.Low))).ToArray())];
    }

    private static (double Low, double High) Side(ReadOnlySpan<float> column)
    {
        float low = column[0], high = column[0];
        foreach (float x in column)
            (low, high) = (MathF.Min(low, x), MathF.Max(high, x));
        return (low, high);
    }
}
