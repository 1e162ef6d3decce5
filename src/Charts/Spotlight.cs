namespace Charts;

/// <summary>One point to be found at a glance, such as the one just asked about.</summary>
public sealed record Spotlight(string Name, double X, double Y)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The horizontal value.</summary>
    public double X { get; } = Finite.Require(X, nameof(X));

    /// <summary>The vertical value.</summary>
    public double Y { get; } = Finite.Require(Y, nameof(Y));

    internal void Draw(List<Shape> shapes, Frame frame, string xTitle, string yTitle)
    {
        var (x, y) = (frame.X[X], frame.Y[Y]);
        shapes.Add(new Line(x, frame.Area.Y, x, frame.Area.Bottom, Ink.Text, 1, Dashed: true));
        shapes.Add(new Line(frame.Area.X, y, frame.Area.Right, y, Ink.Text, 1, Dashed: true));
        shapes.Add(new Disc(x, y, 8, Ink.Paper));
        shapes.Add(new Disc(x, y, 6.5, Ink.Text) { Says = Said.Of(Name, (xTitle, X), (yTitle, Y)) });
    }
}
