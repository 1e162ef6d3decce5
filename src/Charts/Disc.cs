namespace Charts;

/// <summary>A filled circle.</summary>
public sealed record Disc(double X, double Y, double Radius, Ink Ink) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Box.Around(X, Y, Radius);
}
