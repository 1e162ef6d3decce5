using Segmentation.Neighbours;

namespace Segmentation.Quality;

/// <summary>How far the nearest rows are: the curve from which epsilon is read (Ester et al., KDD 1996, section 4.2).</summary>
public static class KDistance
{
    /// <summary>Beyond this many rows the curve shows a random sample of rows, each measured against all.</summary>
    public const int SampleRows = 5_000;

    /// <summary>Distances to the row's minPoints-th nearest row, itself counted as first, greatest first: with epsilon at such a distance the row is a core point.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Curve(Matrix data, int minPoints, int seed = 42, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        var scale = FloatRange.ScaleToMiddle(data);
        var tree = new KdTree(data, scale, threads, cancellation);
        var measured = new SplitMix(seed).Sample(data.Rows, SampleRows);
        var distances = new double[measured.Length];
        Workers.Run(measured.Length, threads, i => distances[i] = NearestRows.Distance(tree, measured[i], Math.Min(minPoints, data.Rows)) / scale, cancellation);
        Array.Sort(distances, (a, b) => b.CompareTo(a));
        return distances;
    }

    /// <summary>Epsilon at the knee of the curve; its middle when it has no knee, and the smallest positive distance when that is 0.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double SuggestEpsilon(Matrix data, int minPoints = 5, int seed = 42, int threads = 1, CancellationToken cancellation = default)
    {
        var curve = Curve(data, minPoints, seed, threads, cancellation);
        double knee = curve[Elbow.Find([.. Enumerable.Range(0, curve.Length).Select(i => (double)i)], curve) ?? curve.Length / 2];
        return knee > 0 ? knee : curve.LastOrDefault(distance => distance > 0, 1);
    }
}
