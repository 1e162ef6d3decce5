namespace Charts;

/// <summary>A filled area between points.</summary>
public sealed record Polygon(IReadOnlyList<(double X, double Y)> Points, Ink Ink) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Outline.Around(Points);
}
