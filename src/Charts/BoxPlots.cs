namespace Charts;

/// <summary>
/// How one number spreads in each group: a row per group with its box, whiskers and outliers, on demand with the outline of its
/// values behind (a violin). The medians stand at the right. A window leaves far values out of the picture, and a line below
/// counts them. The height follows from the rows.
/// </summary>
public sealed record BoxPlots(string Title, string Description, string ValueTitle, string GroupTitle, IReadOnlyList<BoxPlot> Boxes, bool Violin = false)
    : Chart(Title, Description)
{
    /// <summary>The lowest and the highest value to draw; null draws all.</summary>
    public (double From, double To)? Window { get; init; }

    private const double Size = 12;
    private const double Below = 42;
    private const string Head = "median";

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Boxes.Count == 0) return Empty(width, Rows.NoRows, "There are no values to draw.");
        var names = Boxes.Select(box => new RowName(box.Slot, box.Name)).ToList();
        var room = RowName.Width(names, width * 0.35);
        var rows = Rows.Of(Boxes.Count, 22, height - 26 - Below, Math.Max(RowName.Height(names, room), Violin ? 44 : 0));
        var medians = Math.Max(TextWidth.Of(Head, 11), Boxes.Max(box => TextWidth.Of(NumberText.Of(box.Box.Median), Size, bold: true)));
        var area = new Box(room + 18, rows.Start, width - room - medians - 40, rows.Stop - rows.Start);
        var shapes = new List<Shape> { new Label(width - 6, 14, Head, Ink.MutedText, 11, Anchor.End) };
        var scale = Axes.Under(shapes, new(6, 0, width - medians - 22, rows.Stop + Below), area, new Axis(PlainText.Clean(ValueTitle), Extent()));
        for (var i = 0; i < Boxes.Count; i++)
        {
            names[i].Draw(shapes, 6, rows.Middle(i), room);
            BoxRow.Draw(shapes, Inside(Boxes[i]), scale, rows.Middle(i), rows.Step, Violin, ValueTitle);
            shapes.Add(new Label(width - 6, rows.Middle(i) + 4, NumberText.Of(Boxes[i].Box.Median), Ink.Text, Size, Anchor.End, Bold: true));
        }
        return Sheet(width, Beyond(shapes, rows.Stop + Below + 4, width), shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        [PlainText.Clean(GroupTitle), "Count", "Lower whisker", "25 %", "Median", "75 %", "Upper whisker", "Outliers"],
        [.. Boxes.Select(box => (IReadOnlyList<string>)[box.Name, NumberText.Of(box.Count), .. Figures(box), NumberText.Of(box.OutlierCount)])]);

    private static IEnumerable<string> Figures(BoxPlot plot)
    {
        var (low, lower, median, upper, high) = plot.Box;
        return new[] { low, lower, median, upper, high }.Select(NumberText.Of);
    }

    private Domain Extent() => Domain.Of(Boxes.Select(Inside).SelectMany(box => box.Outliers.Select(outlier => outlier.Value).Concat([box.Box.Low, box.Box.High]))).Padded();

    // Boxes and whiskers are drawn whole, whatever the window.
    private BoxPlot Inside(BoxPlot plot)
    {
        if (Window is not var (from, to)) return plot;
        var (least, most) = (Math.Min(from, Boxes.Min(box => box.Box.Low)), Math.Max(to, Boxes.Max(box => box.Box.High)));
        return plot with { Outliers = [.. plot.Outliers.Where(outlier => outlier.Value >= least && outlier.Value <= most)] };
    }

    private double Beyond(List<Shape> shapes, double bottom, double width)
    {
        var left = Boxes.Sum(box => box.OutlierCount - Inside(box).OutlierCount);
        if (left == 0) return bottom;
        var most = Boxes.SelectMany(box => box.Outliers).MaxBy(outlier => Math.Abs(outlier.Value)).Value;
        shapes.Add(new Label(6, bottom + 8, FittedText.Shorten($"{NumberText.Of(left)} far {(left == 1 ? "value is" : "values are")} not drawn, such as {NumberText.Of(most)}.", width - 12, 11), Ink.MutedText, 11));
        return bottom + 16;
    }
}
