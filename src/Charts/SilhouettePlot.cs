namespace Charts;

/// <summary>
/// How well each member fits its group (Rousseeuw 1987): a bar per member, sorted within the groups, so that the thickness of a
/// group shows its size and its outline how well it holds together; many members share the rows of the sheet. A dashed line
/// marks the mean of all, the means of the groups stand at the right. The height follows from the groups.
/// </summary>
public sealed record SilhouettePlot(string Title, string Description, IReadOnlyList<SilhouetteGroup> Groups) : Chart(Title, Description)
{
    private const double Size = 12;
    private const double Top = 26;
    private const double Below = 42;
    private const double Gap = 8;
    private const double Thickest = 12;
    private const string Head = "mean";

    private long Members => Groups.Sum(group => (long)group.Values.Length);

    private double Mean => Groups.Sum(group => group.Mean * group.Values.Length) / Members;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Members == 0) return Empty(width, Rows.NoRows, "There are no silhouettes to draw.");
        var names = Groups.Select(group => new RowName(group.Slot, group.Name)).ToList();
        var room = RowName.Width(names, width * 0.35);
        var (unit, least) = (Unit(height), RowName.Height(names, room));
        var heights = Groups.Select(group => Math.Max(least, group.Values.Length * unit)).ToList();
        var area = new Box(room + 18, Top, width - room - 18 - 46, heights.Sum() + Gap * (heights.Count - 1));
        var shapes = new List<Shape> { new Label(width - 6, 14, Head, Ink.MutedText, 11, Anchor.End) };
        var scale = Axes.Under(shapes, new(6, 0, width - 46, area.Bottom + Below), area, new Axis("Silhouette", Extent()));
        var top = area.Y;
        for (var i = 0; i < Groups.Count; top += heights[i++] + Gap)
            Row(shapes, Groups[i], names[i], room, new(area.X, top, area.Width, heights[i]), unit, scale, width);
        shapes.Add(new Line(scale[0], area.Y, scale[0], area.Bottom, Ink.Axis));
        MeanLine(shapes, scale[Mean], area);
        return Sheet(width, area.Bottom + Below + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Members", "Mean", "Lowest", "Below 0"],
        [.. Groups.Where(group => group.Values.Length > 0).Select(group => (IReadOnlyList<string>)
            [Slot.Number(group.Slot), group.Name, NumberText.Of((long)group.Values.Length), Text(group.Mean), Text(group.Values[^1]), NumberText.Of(group.Values.LongCount(value => value < 0))])]);

    private double Unit(double height) => Math.Min(Thickest, Math.Max(40, height - Top - Below - Gap * Groups.Count) / Members);

    private Domain Extent() => new(Math.Min(0, Groups.Where(group => group.Values.Length > 0).Min(group => group.Values[^1]) - 0.02), 1);

    private static void Row(List<Shape> shapes, SilhouetteGroup group, RowName name, double room, Box row, double unit, LinearScale scale, double width)
    {
        var middle = row.Y + row.Height / 2;
        name.Draw(shapes, 6, middle, room);
        if (group.Values.Length == 0) return;
        shapes.Add(new Label(width - 6, middle + 4, Text(group.Mean), Ink.Text, Size, Anchor.End, Bold: true));
        var thickness = Math.Max(1, group.Values.Length * unit);
        shapes.Add(new Polygon(Steps(group.Values, middle - thickness / 2, thickness, scale), Slot.Ink(group.Slot))
        {
            Says = $"{group.Name} · {NumberText.Of((long)group.Values.Length)} members · silhouette {Text(group.Mean)}, from {Text(group.Values[^1])} to {Text(group.Values[0])}",
        });
    }

    // A polygon, not a bar each: hairlines would show between bars thinner than a pixel.
    private static List<(double X, double Y)> Steps(double[] falling, double top, double thickness, LinearScale scale)
    {
        var steps = Math.Min(falling.Length, Math.Max(1, (int)(thickness * 2)));
        var outline = new List<(double X, double Y)>(2 * steps + 2) { (scale[0], top) };
        for (var i = 0; i < steps; i++)
        {
            var x = scale[falling[(int)((i + 0.5) * falling.Length / steps)]];
            outline.Add((x, top + i * thickness / steps));
            outline.Add((x, top + (i + 1) * thickness / steps));
        }
        outline.Add((scale[0], top + thickness));
        return outline;
    }

    private void MeanLine(List<Shape> shapes, double x, Box area)
    {
        var text = $"mean of all {Text(Mean)}";
        var half = TextWidth.Of(text, Size, bold: true) / 2;
        shapes.Add(new Line(x, area.Y - 6, x, area.Bottom, Ink.Text, 1, Dashed: true));
        shapes.Add(new Label(Math.Min(Math.Max(x, area.X + half), area.Right - half), 14, text, Ink.Text, Size, Anchor.Middle, Bold: true));
    }

    private static string Text(double value) => TickText.Plain(value, 2);
}
