namespace Charts;

/// <summary>A filled circle; a pale one lets through what lies below.</summary>
public sealed record Disc(double X, double Y, double Radius, Ink Ink, bool Pale = false) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Box.Around(X, Y, Radius);
}
