namespace Charts;

/// <summary>A filled area between points; a pale one lets through what lies below.</summary>
public sealed record Polygon(IReadOnlyList<(double X, double Y)> Points, Ink Ink, bool Pale = false) : Shape(Ink)
{
    /// <summary>How much of a pale one is seen, 0 to 1.</summary>
    public double Opacity { get; init; } = 0.35;

    /// <inheritdoc/>
    public override Box Bounds => Outline.Around(Points);
}
