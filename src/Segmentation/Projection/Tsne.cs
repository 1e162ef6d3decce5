using System.Numerics;

namespace Segmentation.Projection;

/// <summary>
/// A map in which near rows stay near: t-distributed stochastic neighbour embedding (van der Maaten and Hinton, JMLR 9, 2008;
/// van der Maaten, JMLR 15, 2014). Distances between groups on the map mean little, and so do their sizes. Positions are one
/// array per axis, the mean being 0; Divergence is the Kullback–Leibler divergence that is left, in nats.
/// </summary>
public sealed record Tsne(double[][] Positions, double Divergence)
{
    // In small data chance decides which groups pass each other, and a second attempt costs nothing.
    private const int FewRows = 2_000;
    private const int AttemptsOnFew = 4;

    /// <summary>
    /// Begins with the first two principal axes, so that the map lies as they do, and the seed separates equal rows. Of several
    /// attempts on fewer than 2,000 rows the least divergence wins. Perplexity is about how many neighbours a row heeds, at most
    /// a third of the others. Scale columns of different units first. The same seed gives the same map whatever the threads.
    /// O(rows · log rows) for the neighbours, in many columns O(rows² · columns), then O(rows · log rows) per iteration.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Tsne Fit(Matrix data, double perplexity = 30, int iterations = 1000, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(perplexity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        bool few = data.Rows < FewRows;
        var maps = new Tsne[few ? AttemptsOnFew : 1];
        var count = new ProgressCount(progress, NearestNeighbours.Pieces(data.Rows) + maps.Length * iterations);
        var affinities = Neighbourhoods(data, perplexity, threads, count, cancellation);
        var axes = Axes(data, threads, cancellation);
        Workers.Run(maps.Length, threads, attempt =>
        {
            var points = Start(axes, SplitMix.Stream(seed, attempt));
            double divergence = new MapDescent(affinities, points, few ? 1 : threads).Run(iterations, count, cancellation);
            maps[attempt] = new Tsne([Centred([.. points.Select(point => (double)point.X)]), Centred([.. points.Select(point => (double)point.Y)])], divergence);
        }, cancellation);
        progress?.Report(1);
        return maps.MinBy(map => map.Divergence)!;
    }

    private static Affinities Neighbourhoods(Matrix data, double perplexity, int threads, ProgressCount count, CancellationToken cancellation)
    {
        int others = data.Rows - 1;
        double usable = Math.Max(1, Math.Min(perplexity, others / 3.0));
        var middle = data.Gather([.. Enumerable.Range(0, data.Rows)], FloatRange.ScaleToMiddle(data));
        var nearest = NearestNeighbours.Of(middle, Math.Min(others, (int)(3 * usable) + 1), threads, count, cancellation);
        return Affinities.Of(nearest, data.Rows, usable, threads, cancellation);
    }

    /// <summary>Positions along the first two principal axes, the first with a standard deviation of 1e-4: small, so that points can still pass each other.</summary>
    private static double[][] Axes(Matrix data, int threads, CancellationToken cancellation)
    {
        var axes = PrincipalAxes.Fit(data, 2, threads, cancellation);
        double unit = axes.Variances[0] > 0 ? 1e-4 / Math.Sqrt(axes.Variances[0]) : 0;
        double[][] positions = [.. axes.Transform(data).Select(axis => Array.ConvertAll(axis, x => x * unit))];
        return positions.Length > 1 ? positions : [positions[0], new double[data.Rows]];
    }

    private static Vector2[] Start(double[][] axes, SplitMix random) =>
        [.. axes[0].Zip(axes[1], (x, y) => new Vector2((float)(x + Jitter(random)), (float)(y + Jitter(random))))];

    private static double Jitter(SplitMix random) => 1e-6 * (random.NextDouble() - 0.5);

    private static double[] Centred(double[] positions)
    {
        double mean = positions.Average();
        return [.. positions.Select(x => x - mean)];
    }
}
