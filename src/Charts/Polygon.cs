namespace Charts;

/// <summary>A filled area between points; a pale one lets through what lies below.</summary>
public sealed record Polygon(IReadOnlyList<(double X, double Y)> Points, Ink Ink, bool Pale = false) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Outline.Around(Points);
}
