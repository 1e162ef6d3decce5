namespace Charts;

/// <summary>A box of three domains, turned and tilted, and where its points lie on the sheet. Depth is 0 in front and 1 at the back.</summary>
internal sealed record Cube(Domain X, Domain Y, Domain Z, double Angle, double MiddleX, double MiddleY, double Size)
{
    // Sine and cosine of 25 degrees: high enough to see the floor, low enough to read heights.
    private const double Tilt = 0.4226;
    private const double Upright = 0.9063;
    private const double Diagonal = 1.4143;

    private readonly double _sine = Math.Sin(Angle * Math.PI / 180);
    private readonly double _cosine = Math.Cos(Angle * Math.PI / 180);
    private readonly LinearScale _x = new(X.From, X.To, -0.5, 0.5);
    private readonly LinearScale _y = new(Y.From, Y.To, -0.5, 0.5);
    private readonly LinearScale _z = new(Z.From, Z.To, -0.5, 0.5);

    internal static Cube In(Box area, double angle, Domain x, Domain y, Domain z)
    {
        var size = Math.Max(10, Math.Min(area.Width / Diagonal, area.Height / (Upright + Diagonal * Tilt)));
        return new(x, y, z, angle, area.X + area.Width / 2, area.Y + area.Height / 2, size);
    }

    internal (double X, double Y, double Depth) At(double x, double y, double z) => Corner(_x[x], _y[y], _z[z]);

    /// <summary>The same from -0.5 to 0.5 along each axis.</summary>
    internal (double X, double Y, double Depth) Corner(double x, double y, double z)
    {
        var across = x * _cosine - y * _sine;
        var away = x * _sine + y * _cosine;
        return (MiddleX + Size * across, MiddleY - Size * (z * Upright + away * Tilt), away / Diagonal + 0.5);
    }

    /// <summary>-0.5 or 0.5: the side of each floor axis that faces the reader.</summary>
    internal (double X, double Y) Front => (_sine > 0 ? -0.5 : 0.5, _cosine > 0 ? -0.5 : 0.5);

    /// <summary>True where the first axis runs along the lower left edge of the floor.</summary>
    internal bool IsFirstLeft => Corner(-Front.X, Front.Y, -0.5).X < Corner(Front.X, -Front.Y, -0.5).X;

    internal PointSeries Flat(SpaceSeries series)
    {
        var (x, y) = (new double[series.X.Length], new double[series.X.Length]);
        for (var i = 0; i < x.Length; i++) (x[i], y[i], _) = At(series.X[i], series.Y[i], series.Z[i]);
        return new PointSeries(series.Name, series.Slot, x, y);
    }

    /// <summary>A frame that leaves places on the sheet where they are.</summary>
    internal static Frame Sheet(Box area) => new(area, new(0, 1, 0, 1), new(0, 1, 0, 1));
}
