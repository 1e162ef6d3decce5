namespace Charts;

/// <summary>A data point: a small marker, with a rim of paper that keeps crowded marks apart.</summary>
public sealed record Mark(double X, double Y, double Radius, Marker Marker, Ink Ink, bool Rim = true) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => Box.Around(X, Y, Radius);
}
