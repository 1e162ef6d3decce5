namespace Charts;

/// <summary>
/// Columns side by side in a given order, such as the revenue of each month: Names below them, as many as fit, and the highest
/// value printed above its column. Values may lie below zero.
/// </summary>
public sealed record ColumnChart(string Title, string Description, string XTitle, string YTitle, IReadOnlyList<string> Names, double[] Values)
    : Chart(Title, Description)
{
    private const double Size = 11;

    /// <summary>The names of the columns, made safe to draw.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Names.Select(PlainText.Clean)];

    /// <summary>The heights, a name each.</summary>
    public double[] Values { get; } = Names.Count == Values.Length ? Finite.Each(Values, nameof(Values))
        : throw new ArgumentException($"There are {Names.Count} names, but {Values.Length} values.", nameof(Values));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        if (Values.Length == 0) return Empty(width, height, "There are no values to draw.");
        var shapes = new List<Shape>();
        var frame = Axes.Draw(shapes, new(6, 6, width - 12, height - 10), Horizontal(), Vertical());
        var bands = new BandScale(Values.Length, frame.Area.X, frame.Area.Right, Values.Length > 60 ? 0 : 0.25);
        for (var i = 0; i < Values.Length; i++) Column(shapes, i, bands[i], bands.Width, frame);
        shapes.Add(new Line(frame.Area.X, frame.Y[0], frame.Area.Right, frame.Y[0], Ink.Axis));
        Highest(shapes, bands, frame, width);
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        [PlainText.Clean(XTitle), PlainText.Clean(YTitle)], [.. Names.Select((name, i) => (IReadOnlyList<string>)[name, NumberText.Of(Values[i])])]);

    private Axis Horizontal() => new(PlainText.Clean(XTitle), new(-0.5, Values.Length - 0.5))
    {
        Ticks = _ => [.. Enumerable.Range(0, Values.Length).Select(i => (double)i)],
        Texts = ticks => [.. ticks.Select(tick => FittedText.Shorten(Names[(int)tick], 120, Size))],
    };

    // Room above the highest column for its text.
    private Axis Vertical()
    {
        var (low, high) = (Math.Min(0, Values.Min()), Math.Max(0, Values.Max()));
        return low == 0 && high == 0 ? new(PlainText.Clean(YTitle), new(0, 1)) : new(PlainText.Clean(YTitle), new Domain(low * 1.05, Math.Min(high, 1e308) * 1.15));
    }

    private void Column(List<Shape> shapes, int index, double x, double width, Frame frame)
    {
        var value = Values[index];
        var (zero, end) = (frame.Y[0], frame.Y[value]);
        if (value != 0) shapes.Add(new Bar(x, Math.Min(zero, end), Math.Max(0.5, width), Math.Max(0.5, Math.Abs(end - zero)), value < 0 ? Ink.Below() : Ink.Accent) { Says = Said.Of(Names[index], (YTitle, value)) });
    }

    private void Highest(List<Shape> shapes, BandScale bands, Frame frame, double width)
    {
        var at = Array.IndexOf(Values, Values.Max());
        if (Values[at] <= 0 || Values.Length == 1) return;
        var text = NumberText.Of(Values[at]);
        var half = TextWidth.Of(text, Size, bold: true) / 2;
        shapes.Add(new Label(Math.Clamp(bands.Middle(at), frame.Area.X + half, width - half - 4), frame.Y[Values[at]] - 4, text, Ink.Text, Size, Anchor.Middle, Bold: true));
    }
}
