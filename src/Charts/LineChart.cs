namespace Charts;

/// <summary>
/// One line over whole numbers, such as an error by the number of groups: X rising, Y of equal length. MarkedX, one of X, is
/// pointed out with MarkedText in a lane of its own above the line. Spans, one per point, are drawn as upright bars with caps:
/// an error or a range. Beyond 60 points the line stands without dots.
/// </summary>
public sealed record LineChart(
    string Title, string Description, string XTitle, string YTitle, double[] X, double[] Y, double? MarkedX = null, string MarkedText = "",
    (double From, double To)[]? Spans = null)
    : Chart(Title, Description)
{
    private const double Size = 12;
    private const int MostDots = 60;

    /// <summary>The horizontal values, rising.</summary>
    public double[] X { get; } = Finite.Each(X, nameof(X));

    /// <summary>The vertical values.</summary>
    public double[] Y { get; } = X.Length == Y.Length ? Finite.Each(Y, nameof(Y))
        : throw new ArgumentException($"There are {X.Length} horizontal values, but {Y.Length} vertical ones.", nameof(Y));

    /// <summary>The value pointed out, one of X.</summary>
    public double? MarkedX { get; } = MarkedX is not double marked || X.Contains(marked) ? MarkedX
        : throw new ArgumentException("The marked value is not one of those drawn.", nameof(MarkedX));

    /// <summary>The stretch around each point; none where there are no spans.</summary>
    public (double From, double To)[] Spans { get; } = Spans is null ? [] : Spans.Length == Y.Length ? [.. Spans.Select(Span)]
        : throw new ArgumentException($"There are {Y.Length} points, but {Spans.Length} spans.", nameof(Spans));

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
        for (var i = 0; i < Spans.Length; i++) Whisker(shapes, places[i].Item1, frame.Y[Spans[i].From], frame.Y[Spans[i].To]);
        for (var i = 0; i < places.Count && places.Count <= MostDots; i++) shapes.Add(new Mark(places[i].Item1, places[i].Item2, 4, Marker.Disc, Ink.Accent) { Says = Says(i) });
        if (Array.IndexOf(X, MarkedX ?? double.NaN) is >= 0 and var at) Ring(shapes, places[at], Says(at));
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => Spans.Length == 0
        ? new([PlainText.Clean(XTitle), PlainText.Clean(YTitle)], [.. X.Select((x, i) => (IReadOnlyList<string>)[NumberText.Of(x), NumberText.Of(Y[i])])])
        : new([PlainText.Clean(XTitle), PlainText.Clean(YTitle), "From", "To"], [.. X.Select((x, i) =>
            (IReadOnlyList<string>)[NumberText.Of(x), NumberText.Of(Y[i]), NumberText.Of(Spans[i].From), NumberText.Of(Spans[i].To)])]);

    private Axis Horizontal() => new(PlainText.Clean(XTitle), Domain.Of(X).Padded()) { Ticks = count => Ticks.WholeBetween(X.Min(), X.Max(), count) };

    private Axis Vertical()
    {
        var all = Domain.Of(Y.Concat(Spans.SelectMany(span => (double[])[span.From, span.To])));
        return new(PlainText.Clean(YTitle), all.From >= 0 ? all.WithZero() with { To = all.Padded().To } : all.Padded());
    }

    private static (double, double) Span((double From, double To) span) => (Finite.Require(span.From, nameof(Spans)), Finite.Require(span.To, nameof(Spans)));

    private static void Whisker(List<Shape> shapes, double x, double from, double to)
    {
        shapes.Add(new Line(x, from, x, to, Ink.Text, 1.5));
        shapes.Add(new Line(x - 4, from, x + 4, from, Ink.Text, 1.5));
        shapes.Add(new Line(x - 4, to, x + 4, to, Ink.Text, 1.5));
    }

    private void Marked(List<Shape> shapes, double x, Frame frame, double width)
    {
        var text = FittedText.Shorten(PlainText.Clean(MarkedText), width - 12, Size, bold: true);
        var half = TextWidth.Of(text, Size, bold: true) / 2;
        shapes.Add(new Line(x, frame.Area.Y, x, frame.Area.Bottom, Ink.Text, 1, Dashed: true));
        shapes.Add(new Label(Math.Clamp(x, 6 + half, width - 6 - half), 16, text, Ink.Text, Size, Anchor.Middle, Bold: true));
    }

    private string Says(int index) => Said.Of("", (XTitle, X[index]), (YTitle, Y[index]))
        + (Spans.Length == 0 ? "" : $" ({NumberText.Of(Spans[index].From)} to {NumberText.Of(Spans[index].To)})");

    private static void Ring(List<Shape> shapes, (double X, double Y) place, string says)
    {
        shapes.Add(new Disc(place.X, place.Y, 8, Ink.Accent) { Says = says });
        shapes.Add(new Disc(place.X, place.Y, 5.5, Ink.Paper) { Says = says });
        shapes.Add(new Disc(place.X, place.Y, 3, Ink.Accent) { Says = says });
    }
}
