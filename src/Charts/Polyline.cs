namespace Charts;

/// <summary>An open stroke through points.</summary>
public sealed record Polyline(IReadOnlyList<(double X, double Y)> Points, Ink Ink, double Thickness = 2) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Outline.Around(Points);
}
