namespace Charts;

/// <summary>A straight stroke.</summary>
public sealed record Line(double X1, double Y1, double X2, double Y2, Ink Ink, double Thickness = 1, bool Dashed = false) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds => new(Math.Min(X1, X2), Math.Min(Y1, Y2), Math.Abs(X2 - X1), Math.Abs(Y2 - Y1));
}
