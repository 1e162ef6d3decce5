namespace Charts;

/// <summary>
/// How one number spreads in each group: a row per group with its box, whiskers and outliers, on demand with the outline of all
/// its values behind (a violin). The medians stand at the right. The height follows from the rows.
/// </summary>
public sealed record BoxPlots(string Title, string Description, string ValueTitle, string GroupTitle, IReadOnlyList<BoxPlot> Boxes, bool Violin = false)
    : Chart(Title, Description)
{
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
            BoxRow.Draw(shapes, Boxes[i], scale, rows.Middle(i), rows.Step, Violin);
            shapes.Add(new Label(width - 6, rows.Middle(i) + 4, NumberText.Of(Boxes[i].Box.Median), Ink.Text, Size, Anchor.End, Bold: true));
        }
        return Sheet(width, rows.Stop + Below + 4, shapes);
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

    private Domain Extent() => Domain.Of(Boxes.SelectMany(box => box.Outliers.Select(outlier => outlier.Value).Concat([box.Box.Low, box.Box.High]))).Padded();
}
