namespace Charts;

/// <summary>A band of one thickness from the left to the right, level at both ends.</summary>
internal readonly record struct Ribbon(int From, int To, double Left, double LeftTop, double Right, double RightTop, double Thickness)
{
    private const int Steps = 12;

    internal IReadOnlyList<(double X, double Y)> Outline()
    {
        var ribbon = this;
        var top = Enumerable.Range(0, Steps + 1).Select(i => ribbon.At(i / (double)Steps)).ToList();
        return [.. top, .. top.AsEnumerable().Reverse().Select(point => (point.X, point.Y + ribbon.Thickness))];
    }

    private (double X, double Y) At(double t) => (Left + t * (Right - Left), LeftTop + t * t * (3 - 2 * t) * (RightTop - LeftTop));
}
