namespace Charts;

internal static class Outline
{
    internal static Box Around(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count == 0) return default;
        var (left, top) = points[0];
        var (right, bottom) = points[0];
        foreach (var (x, y) in points)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new(left, top, right - left, bottom - top);
    }
}
