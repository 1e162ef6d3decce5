namespace Charts;

/// <summary>
/// What sets a group apart: bars to the right of the middle for more, to the left for less. Middle names what the line stands for.
/// The height follows from the rows.
/// </summary>
public sealed record DivergingBars(string Title, string Description, IReadOnlyList<DivergingBar> Bars, string Middle = "average")
    : Chart(Title, Description)
{
    private const double Size = 12;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Bars.Count == 0) return Empty(width, Rows.NoRows, "There is nothing to compare.");
        if (Bars.Any(bar => TextWidth.Of(bar.Text, Size, bold: true) > width / 5)) return Shortened(width / 5).Draw(width, height);
        var all = Bars.Select(bar => new RowName(null, bar.Name)).ToList();
        var names = RowName.Width(all, width * 0.35);
        var rows = Rows.Of(Bars.Count, 4, height - 30, RowName.Height(all, names));
        var scale = Scale(names + 14, width - 6);
        var shapes = new List<Shape>();
        for (var i = 0; i < Bars.Count; i++) Row(shapes, Bars[i], all[i], rows.Middle(i), names, scale);
        Centre(shapes, scale[0], rows, width);
        return Sheet(width, rows.Stop + 24, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["Name", $"Against the {PlainText.Clean(Middle)}"], [.. Bars.Select(bar => (IReadOnlyList<string>)[bar.Name, bar.Text])]);

    private DivergingBars Shortened(double width) =>
        this with { Bars = [.. Bars.Select(bar => new DivergingBar(bar.Name, bar.Value, FittedText.Shorten(bar.Text, width, Size, bold: true)))] };

    // Each side keeps room for the widest text that may stand there, and zero lies where both sides need it.
    private LinearScale Scale(double left, double right)
    {
        var (below, above) = (Bars.Where(bar => bar.Value < 0).ToList(), Bars.Where(bar => bar.Value >= 0).ToList());
        var (leftText, rightText) = (Widest(below), Widest(above));
        var least = below.Count == 0 ? 0 : below.Min(bar => bar.Value);
        var most = above.Count == 0 ? 0 : above.Max(bar => bar.Value);
        if (least == 0 && most == 0) most = 1;
        return new(least, most, left + leftText, Math.Max(left + leftText + 10, right - rightText));
    }

    private static double Widest(List<DivergingBar> bars) =>
        bars.Count == 0 ? 8 : bars.Max(bar => TextWidth.Of(bar.Text, Size, bold: true)) + 8;

    private void Row(List<Shape> shapes, DivergingBar bar, RowName name, double middle, double names, LinearScale scale)
    {
        name.Draw(shapes, 6, middle, names);
        var (zero, end) = (scale[0], scale[bar.Value]);
        var below = bar.Value < 0;
        shapes.Add(new Bar(Math.Min(zero, end), middle - 9, Math.Abs(end - zero), 18, below ? Ink.Below() : Ink.Above(), 2) { Says = $"{bar.Name} · {bar.Text} · {(below ? "below" : "above")} the {PlainText.Clean(Middle)}" });
        shapes.Add(new Label(end + (below ? -6 : 6), middle + 4, bar.Text, Ink.Text, Size, below ? Anchor.End : Anchor.Start, Bold: true));
    }

    private void Centre(List<Shape> shapes, double zero, BandScale rows, double width)
    {
        shapes.Add(new Line(zero, rows.Start, zero, rows.Stop + 4, Ink.Axis));
        var text = FittedText.Shorten(PlainText.Clean(Middle), width - 12, 11);
        var half = TextWidth.Of(text, 11) / 2;
        shapes.Add(new Label(Math.Clamp(zero, half + 6, width - half - 6), rows.Stop + 18, text, Ink.MutedText, 11, Anchor.Middle));
    }
}
