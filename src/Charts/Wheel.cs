namespace Charts;

/// <summary>Spokes at equal angles, the first on top; a value from -Most to Most lies between the middle and the rim.</summary>
internal readonly record struct Wheel(double X, double Y, double Radius, int Spokes, double Most)
{
    internal (double X, double Y) At(int spoke, double value)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * spoke / Spokes);
        var distance = Radius * (value + Most) / (2 * Most);
        return (X + distance * sine, Y - distance * cosine);
    }

    /// <summary>How far the lowest spoke reaches below the middle, in radii.</summary>
    internal static double Lowest(int spokes) => spokes % 2 == 0 ? 1 : Math.Cos(Math.PI / spokes);

    /// <summary>1 for a spoke to the right, -1 to the left, 0 for one upright.</summary>
    internal int Side(int spoke) => Math.Sin(2 * Math.PI * spoke / Spokes) switch { > 0.05 => 1, < -0.05 => -1, _ => 0 };

    internal IEnumerable<Line> Ring(double value, Ink ink, bool dashed)
    {
        for (var i = 0; i < Spokes; i++)
        {
            var ((x1, y1), (x2, y2)) = (At(i, value), At((i + 1) % Spokes, value));
            yield return new Line(x1, y1, x2, y2, ink, 1, dashed);
        }
    }
}
