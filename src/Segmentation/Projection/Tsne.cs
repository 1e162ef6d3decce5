using System.Numerics;

namespace Segmentation.Projection;

/// <summary>
/// A map in which near rows stay near: t-distributed stochastic neighbour embedding (van der Maaten and Hinton, JMLR 9, 2008;
/// van der Maaten, JMLR 15, 2014). Distances between groups on the map mean little, and so do their sizes. Positions are one
/// array per axis, the mean being 0; Divergence is the Kullback–Leibler divergence that is left, in nats.
/// </summary>
public sealed record Tsne(double[][] Positions, double Divergence)
{
    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 2_000;

    /// <summary>
    /// Begins with the first two principal axes, so that equal data give equal maps, and the seed only separates equal rows.
    /// Perplexity is about how many neighbours a row heeds, at most a third of the others. Scale columns of different units
    /// first. The same seed gives the same map whatever the threads. O(rows² · columns) for the neighbours, then
    /// O(rows · log rows) per iteration.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Tsne Fit(Matrix data, double perplexity = 30, int iterations = 1000, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(perplexity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        threads = data.Rows < RowsWorthThreads ? 1 : threads;
        var points = Start(data, seed, threads, cancellation);
        double divergence = data.Rows > 1 ? Lay(data, points, perplexity, iterations, threads, progress, cancellation) : 0;
        progress?.Report(1);
        return new Tsne([Centred([.. points.Select(point => (double)point.X)]), Centred([.. points.Select(point => (double)point.Y)])], divergence);
    }

    private static double Lay(Matrix data, Vector2[] points, double perplexity, int iterations, int threads,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        int others = data.Rows - 1;
        double usable = Math.Max(1, Math.Min(perplexity, others / 3.0));
        var count = new ProgressCount(progress, NearestNeighbours.Pieces(data.Rows) + iterations);
        var middle = data.Gather([.. Enumerable.Range(0, data.Rows)], FloatRange.ScaleToMiddle(data));
        var nearest = NearestNeighbours.Of(middle, Math.Min(others, (int)(3 * usable) + 1), threads, count, cancellation);
        var affinities = Affinities.Of(nearest, data.Rows, usable, threads, cancellation);
        return new MapDescent(affinities, points, threads).Run(iterations, count, cancellation);
    }

    /// <summary>The first principal axis has a standard deviation of 1e-4, so that points can still pass each other.</summary>
    private static Vector2[] Start(Matrix data, int seed, int threads, CancellationToken cancellation)
    {
        var axes = PrincipalAxes.Fit(data, 2, threads, cancellation);
        var positions = axes.Transform(data);
        double unit = axes.Variances[0] > 0 ? 1e-4 / Math.Sqrt(axes.Variances[0]) : 0;
        var random = new SplitMix(seed);
        return [.. Enumerable.Range(0, data.Rows).Select(i => new Vector2(
            (float)(positions[0][i] * unit + 1e-6 * (random.NextDouble() - 0.5)),
            (float)((positions.Length > 1 ? positions[1][i] * unit : 0) + 1e-6 * (random.NextDouble() - 0.5))))];
    }

    private static double[] Centred(double[] positions)
    {
        double mean = positions.Average();
        return [.. positions.Select(x => x - mean)];
    }
}
