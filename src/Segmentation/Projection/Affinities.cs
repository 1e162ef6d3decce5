namespace Segmentation.Projection;

/// <summary>
/// How much rows belong together: Gaussian weights of nearest neighbours, as wide for each row as makes their perplexity the
/// wanted one, averaged over both directions; all add up to 1. Row i is Columns and Weights from Starts[i] to Starts[i + 1].
/// </summary>
internal sealed record Affinities(int[] Starts, int[] Columns, float[] Weights)
{
    private const int MaxSteps = 200;
    private const double Tolerance = 1e-6;

    public static Affinities Of(NearestNeighbours nearest, int rows, double perplexity, int threads, CancellationToken cancellation)
    {
        var toNeighbours = new double[rows][];
        Workers.Run(rows, threads, i => toNeighbours[i] = Calibrated(nearest.Squares(i), Math.Log(perplexity)), cancellation);
        return Symmetric(nearest, toNeighbours, cancellation);
    }

    /// <summary>Weights e^(-precision · square) that add up to 1 and have the wanted entropy, the precision found by bisection.</summary>
    private static double[] Calibrated(ReadOnlySpan<float> squares, double entropy)
    {
        double least = double.PositiveInfinity, mean = 0;
        foreach (float square in squares)
        {
            least = Math.Min(least, square);
            mean += (double)square / squares.Length;
        }
        var weights = new double[squares.Length];
        double precision = 1, low = 0, high = double.PositiveInfinity;
        for (int step = 0; step < MaxSteps; step++)
        {
            double excess = Weigh(squares, least, mean > 0 ? mean : 1, precision, weights) - entropy;
            if (Math.Abs(excess) <= Tolerance)
                break;
            if (excess > 0)
                low = precision;
            else
                high = precision;
            precision = double.IsFinite(high) ? (low + high) / 2 : 2 * precision;
        }
        return weights;
    }

    /// <summary>Fills the weights and returns their entropy.</summary>
    private static double Weigh(ReadOnlySpan<float> squares, double least, double unit, double precision, double[] weights)
    {
        double sum = 0, moment = 0;
        for (int n = 0; n < weights.Length; n++)
        {
            double distance = (squares[n] - least) / unit;
            weights[n] = Math.Exp(-precision * distance);
            sum += weights[n];
            moment += weights[n] * distance;
        }
        for (int n = 0; n < weights.Length; n++)
            weights[n] /= sum;
        return Math.Log(sum) + precision * moment / sum;
    }

    private static Affinities Symmetric(NearestNeighbours nearest, double[][] toNeighbours, CancellationToken cancellation)
    {
        int rows = toNeighbours.Length;
        var from = new List<(int Row, double Weight)>[rows];
        for (int i = 0; i < rows; i++)
            from[i] = new(nearest.Count);
        for (int i = 0; i < rows; i++)
        {
            var neighbours = nearest.Rows(i);
            for (int n = 0; n < neighbours.Length; n++)
                from[neighbours[n]].Add((i, toNeighbours[i][n]));
        }
        var starts = new int[rows + 1];
        List<int> columns = [];
        List<float> weights = [];
        for (int i = 0; i < rows; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Merge(nearest.Rows(i), toNeighbours[i], from[i], 2.0 * rows, columns, weights);
            starts[i + 1] = columns.Count;
        }
        return new Affinities(starts, [.. columns], [.. weights]);
    }

    /// <summary>Both lists rise by row.</summary>
    private static void Merge(ReadOnlySpan<int> to, double[] toWeights, List<(int Row, double Weight)> from, double divisor, List<int> columns, List<float> weights)
    {
        for (int t = 0, f = 0; t < to.Length || f < from.Count;)
        {
            int there = t < to.Length ? to[t] : int.MaxValue, back = f < from.Count ? from[f].Row : int.MaxValue;
            double weight = (there <= back ? toWeights[t++] : 0) + (back <= there ? from[f++].Weight : 0);
            columns.Add(Math.Min(there, back));
            weights.Add((float)(weight / divisor));
        }
    }
}
