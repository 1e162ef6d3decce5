using Segmentation;
using Segmentation.Clustering;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>
/// What DBSCAN would find. Ranks and Distances are the k-distance curve, thinned out for drawing; Epsilon is at its knee.
/// Grid tries values round it, on Rows customers.
/// </summary>
public sealed record Density(int MinPoints, double Epsilon, double[] Ranks, double[] Distances, double? Knee, IReadOnlyList<DensityCell> Grid, int Rows)
{
    private const int PointsDrawn = 200;
    private const int MostRowsForAll = 200_000;
    private static readonly double[] Factors = [0.5, 0.75, 1, 1.5, 2];
    private static readonly int[] UsualMinPoints = [3, 5, 10, 20];

    internal static Density Of(SelectionData customers, int minPoints, int seed, int threads, IProgress<double> progress, CancellationToken cancellation)
    {
        var data = customers.All;
        var curve = KDistance.Curve(data, minPoints, seed, threads, cancellation);
        var epsilon = KDistance.SuggestEpsilon(data, minPoints, seed, threads, cancellation);
        var knee = Array.IndexOf(curve, epsilon);
        var drawn = Enumerable.Range(0, Math.Min(PointsDrawn, curve.Length)).Select(i => (int)((long)i * curve.Length / Math.Min(PointsDrawn, curve.Length)))
            .Append(Math.Max(knee, 0)).Distinct().Order().ToArray();
        double Rank(int i) => Math.Round((i + 1.0) * data.Rows / curve.Length);
        var cells = Wanted(epsilon, minPoints, data.Rows).ToList();
        var grid = cells.Select((cell, i) =>
        {
            progress.Report((double)i / cells.Count);
            return DensityCell.Of(customers, cell.Epsilon, cell.MinPoints, seed, threads, cancellation);
        });
        return new(minPoints, epsilon, [.. drawn.Select(Rank)], [.. drawn.Select(i => curve[i])], knee < 0 ? null : Rank(knee), [.. grid], data.Rows);
    }

    private static IEnumerable<(double Epsilon, int MinPoints)> Wanted(double epsilon, int minPoints, int rows) =>
        from wanted in (rows > MostRowsForAll ? [] : UsualMinPoints).Append(minPoints).Distinct().Order()
        where wanted <= rows
        from factor in Factors
        select (ThreeDigits(epsilon * factor), wanted);

    /// <summary>What is shown is what was tried, so that the same figures come out again.</summary>
    private static double ThreeDigits(double value) => double.Parse(value.ToString("G3"));
}
