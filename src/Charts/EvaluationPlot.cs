namespace Charts;

/// <summary>
/// The segment evaluation plot (McDonald and Dunbar, Market Segmentation, 4th ed. 2012; Dolnicar, Grün and Leisch, Market Segmentation
/// Analysis, 2018, step 8): a bubble per group by two scores from 0 to 10, its area by a third figure, and the halfway marks that part
/// the sheet in four. Bubbles whose middles coincide stand side by side.
/// </summary>
public sealed record EvaluationPlot(
    string Title, string Description, string XTitle, string YTitle, string SizeTitle, IReadOnlyList<EvaluationBubble> Bubbles)
    : Chart(Title, Description)
{
    /// <summary>The highest score.</summary>
    public const double Best = 10;

    private const double Smallest = 9;
    private const double Apart = 2 * Smallest;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        if (Bubbles.Count == 0) return Empty(width, height, "There are no groups to draw.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, [.. Bubbles.Select(bubble => LegendItem.Of(bubble.Slot, bubble.Name))], new(6, 4, width - 12, height * 0.4));
        var frame = Axes.Draw(shapes, new(6, top + 6, width - 12, height - top - 10), Scores(XTitle), Scores(YTitle));
        var area = frame.Area;
        shapes.Add(new Line(frame.X[Best / 2], area.Y, frame.X[Best / 2], area.Bottom, Ink.Axis, 1, Dashed: true));
        shapes.Add(new Line(area.X, frame.Y[Best / 2], area.Right, frame.Y[Best / 2], Ink.Axis, 1, Dashed: true));
        Draw(shapes, frame);
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", PlainText.Clean(XTitle), PlainText.Clean(YTitle), PlainText.Clean(SizeTitle)],
        [.. Bubbles.Select(bubble => (IReadOnlyList<string>)[Slot.Number(bubble.Slot), bubble.Name, NumberText.Of(bubble.X), NumberText.Of(bubble.Y), NumberText.Of(bubble.Size)])]);

    // A score just outside, so that a bubble on the rim stays on the sheet.
    private static Axis Scores(string title) => new(PlainText.Clean(title), new(-1, Best + 1)) { Ticks = _ => [0, Best / 2, Best] };

    // The large ones first, so that none hides a small one.
    private void Draw(List<Shape> shapes, Frame frame)
    {
        var most = Math.Max(Bubbles.Max(bubble => bubble.Size), double.Epsilon);
        var largest = Math.Max(Smallest, Math.Min(frame.X[1] - frame.X[0], frame.Y[0] - frame.Y[1]));
        var placed = new List<(double X, double Y)>();
        foreach (var bubble in Bubbles.OrderByDescending(bubble => bubble.Size))
        {
            var radius = Math.Max(Smallest, largest * Math.Sqrt(bubble.Size / most));
            var (x, y) = Free(placed, frame, frame.X[bubble.X], frame.Y[bubble.Y]);
            placed.Add((x, y));
            var says = Said.Of(bubble.Name, (XTitle, bubble.X), (YTitle, bubble.Y), (SizeTitle, bubble.Size));
            shapes.Add(new Disc(x, y, radius, Slot.Ink(bubble.Slot), Pale: true) { Says = says });
            Badge.Draw(shapes, bubble.Slot, x, y, Smallest - 1, says);
        }
    }

    private static (double X, double Y) Free(List<(double X, double Y)> placed, Frame frame, double x, double y)
    {
        var step = x > frame.Area.X + frame.Area.Width / 2 ? -Apart : Apart;
        while (placed.Exists(other => Math.Abs(other.X - x) < Apart && Math.Abs(other.Y - y) < Apart))
        {
            x += step;
            if (x < frame.Area.X + Smallest || x > frame.Area.Right - Smallest) (x, y) = (frame.Area.X + Smallest, y - Apart);
            if (y < frame.Area.Y + Smallest) return (x, frame.Area.Bottom - Smallest);
        }
        return (x, y);
    }
}
