namespace Charts;

/// <summary>A filled upright rectangle, its corners rounded by Radius.</summary>
public sealed record Bar(double X, double Y, double Width, double Height, Ink Ink, double Radius = 0) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => new(X, Y, Width, Height);
}
