namespace Charts;

/// <summary>
/// One line over whole numbers, such as an error by the number of groups: X rising, Y of equal length. MarkedX, one of X, is
/// pointed out with MarkedText in a lane of its own above the line.
/// </summary>
public sealed record LineChart(
    string Title, string Description, string XTitle, string YTitle, double[] X, double[] Y, double? MarkedX = null, string MarkedText = "")
    : Chart(Title, Description)
{
    private const double Size = 12;

    /// <summary>The horizontal values, rising.</summary>
    public double[] X { get; } = Finite.Each(X, nameof(X));

    /// <summary>The vertical values.</summary>
    public double[] Y { get; } = X.Length == Y.Length ? Finite.Each(Y, nameof(Y))
        : throw new ArgumentException($"There are {X.Length} horizontal values, but {Y.Length} vertical ones.", nameof(Y));

    /// <summary>The value pointed out, one of X.</summary>
    public double? MarkedX { get; } = MarkedX is not double marked || X.Contains(marked) ? MarkedX
        : throw new ArgumentException("The marked value is not one of those drawn.", nameof(MarkedX));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        if (X.Length == 0) return Empty(width, height, "There are no points to draw.");
        var shapes = new List<Shape>();
        var lane = MarkedX is null ? 0 : 20;
        var frame = Axes.Draw(shapes, new(6, 6 + lane, width - 12, height - 10 - lane), Horizontal(), Vertical());
        var places = X.Select((x, i) => (frame.X[x], frame.Y[Y[i]])).ToList();
        if (MarkedX is double marked) Marked(shapes, frame.X[marked], frame, width);
        shapes.Add(new Polyline(places, Ink.Accent));
        foreach (var (x, y) in places) shapes.Add(new Mark(x, y, 4, Marker.Disc, Ink.Accent));
        if (Array.IndexOf(X, MarkedX ?? double.NaN) is >= 0 and var at) Ring(shapes, places[at]);
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        [PlainText.Clean(XTitle), PlainText.Clean(YTitle)], [.. X.Select((x, i) => (IReadOnlyList<string>)[NumberText.Of(x), NumberText.Of(Y[i])])]);

    private Axis Horizontal() => new(PlainText.Clean(XTitle), Domain.Of(X).Padded()) { Ticks = count => Ticks.WholeBetween(X.Min(), X.Max(), count) };

    private Axis Vertical() => new(PlainText.Clean(YTitle), Y.Min() >= 0 ? Domain.Of(Y).WithZero() with { To = Domain.Of(Y).Padded().To } : Domain.Of(Y).Padded());

    private void Marked(List<Shape> shapes, double x, Frame frame, double width)
    {
        var text = FittedText.Shorten(PlainText.Clean(MarkedText), width - 12, Size, bold: true);
        var half = TextWidth.Of(text, Size, bold: true) / 2;
        shapes.Add(new Line(x, frame.Area.Y, x, frame.Area.Bottom, Ink.Text, 1, Dashed: true));
        shapes.Add(new Label(Math.Clamp(x, 6 + half, width - 6 - half), 16, text, Ink.Text, Size, Anchor.Middle, Bold: true));
    }

    private static void Ring(List<Shape> shapes, (double X, double Y) place)
    {
        shapes.Add(new Disc(place.X, place.Y, 8, Ink.Accent));
        shapes.Add(new Disc(place.X, place.Y, 5.5, Ink.Paper));
        shapes.Add(new Disc(place.X, place.Y, 3, Ink.Accent));
    }
}
