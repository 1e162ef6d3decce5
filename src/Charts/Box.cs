namespace Charts;

/// <summary>A rectangle in picture units: the corner at the top left, then the size; y grows downwards.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>The x of the right edge.</summary>
    public double Right => X + Width;

    /// <summary>The y of the lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>True where both boxes share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>True where the other box lies inside this one, edges included.</summary>
    public bool Contains(Box other) =>
        other.X >= X && other.Right <= Right && other.Y >= Y && other.Bottom <= Bottom;

    internal static Box Around(double x, double y, double radius) => new(x - radius, y - radius, 2 * radius, 2 * radius);
}
