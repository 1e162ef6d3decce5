namespace Charts;

/// <summary>The least convex outline around points (Andrew's monotone chain, 1979).</summary>
internal static class ConvexHull
{
    // A turn this small is rounding.
    private const double Straight = 1e-6;

    /// <summary>The corners in turn; empty where the points lie on one line. O(points + columns · log columns).</summary>
    internal static List<(double X, double Y)> Of(PointSeries series, Frame frame)
    {
        var points = Extremes(series, frame);
        var hull = Chain(points, []);
        points.Reverse();
        hull = Chain(points, hull);
        return hull.Count < 3 ? [] : hull;
    }

    // Of all points in a column as wide as a picture unit, only the highest and the lowest can be a corner that anybody sees.
    private static List<(double X, double Y)> Extremes(PointSeries series, Frame frame)
    {
        var columns = new Dictionary<int, ((double X, double Y) Top, (double X, double Y) Bottom)>();
        for (var i = 0; i < series.X.Length; i++)
        {
            var (x, y) = (frame.X[series.X[i]], frame.Y[series.Y[i]]);
            if (!columns.TryGetValue((int)x, out var known)) known = ((x, y), (x, y));
            columns[(int)x] = (y < known.Top.Y ? (x, y) : known.Top, y > known.Bottom.Y ? (x, y) : known.Bottom);
        }
        return [.. columns.Values.SelectMany(column => new[] { column.Top, column.Bottom }).Distinct().Order()];
    }

    // Goes on from what is there; the last point of one side is the first of the other and stands once.
    private static List<(double X, double Y)> Chain(List<(double X, double Y)> points, List<(double X, double Y)> before)
    {
        var chain = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= Straight) chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
        return [.. before, .. chain.Take(chain.Count - 1)];
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
