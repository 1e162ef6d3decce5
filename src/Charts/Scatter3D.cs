namespace Charts;

/// <summary>
/// Points in space, by group, seen from a little above and from any side: an orthographic projection of a box with three axes,
/// turned by Angle degrees about the upright one. Near points lie before far ones. Past <see cref="Scatter.MostPoints"/> marks
/// stand for small areas of the picture and grow with the points in them.
/// </summary>
public sealed record Scatter3D(
    string Title, string Description, string XTitle, string YTitle, string ZTitle, IReadOnlyList<SpaceSeries> Series, double Angle = 30)
    : Chart(Title, Description)
{
    private const double TitleSize = 12;
    private const double Margin = 46;

    /// <summary>The turn in degrees.</summary>
    public double Angle { get; } = Finite.Require(Angle, nameof(Angle));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(2 * Lowest, height));
        var points = Series.Sum(series => series.X.Length);
        if (points == 0) return Empty(width, height, "There are no points to draw.");
        var dense = points > Scatter.MostPoints;
        var caption = dense ? $"{NumberText.Of((long)points)} points; larger marks hold more." : "";
        var shapes = new List<Shape>(points + 100);
        var names = Series.Where(series => series.Name.Length > 0).Select(series => LegendItem.Of(series.Slot, series.Name));
        var top = Legend.Draw(shapes, [.. names], new(6, 4, width - 12, height * 0.35));
        var area = new Box(Margin, top + 26, width - 2 * Margin, height - top - 26 - (dense ? 66 : 48));
        var cube = Cube.In(area, Angle, DomainOf(s => s.X), DomainOf(s => s.Y), DomainOf(s => s.Z));
        CubeAxes.Draw(shapes, cube, width);
        Titles(shapes, cube, width, top + 14, area.Bottom + 38);
        if (dense) Density.Draw(shapes, [.. Series.Select(cube.Flat)], Cube.Sheet(area));
        else Marks(shapes, cube, points <= 400 ? 4 : 3);
        if (dense) shapes.Add(new Label(6, height - 7, FittedText.Shorten(caption, width - 12, 11), Ink.MutedText, 11));
        return Sheet(width, height, shapes, caption);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Points", .. new[] { XTitle, YTitle, ZTitle }.Select(title => $"Mean {PlainText.Clean(title)}")],
        [.. Series.Select(series => (IReadOnlyList<string>)[Slot.Number(series.Slot), series.Name, NumberText.Of((long)series.X.Length), .. new[] { series.X, series.Y, series.Z }.Select(Scatter.Mean)])]);

    private Domain DomainOf(Func<SpaceSeries, double[]> values) => Domain.Of(Series.SelectMany(values)).Padded();

    private void Titles(List<Shape> shapes, Cube cube, double width, double above, double below)
    {
        var (left, right) = cube.IsFirstLeft ? (XTitle, YTitle) : (YTitle, XTitle);
        shapes.Add(TitleOf("↑ " + ZTitle, 6, above, width - 12, Anchor.Start));
        shapes.Add(TitleOf("↙ " + left, width / 2 - 10, below, width / 2 - 16, Anchor.End));
        shapes.Add(TitleOf(right + " ↘", width / 2 + 10, below, width / 2 - 16, Anchor.Start));
    }

    private static Label TitleOf(string title, double x, double y, double room, Anchor anchor)
    {
        var text = PlainText.Clean(title);
        var shown = FittedText.Shorten(text, room, TitleSize);
        return new(x, y, shown, Ink.Text, TitleSize, anchor, Full: shown == text ? null : text);
    }

    private void Marks(List<Shape> shapes, Cube cube, double radius)
    {
        var marks = new List<(double Depth, Mark Mark)>();
        foreach (var series in Series)
        {
            var (marker, ink) = (Slot.Marker(series.Slot), Slot.Ink(series.Slot));
            for (var i = 0; i < series.X.Length; i++)
            {
                var (x, y, depth) = cube.At(series.X[i], series.Y[i], series.Z[i]);
                marks.Add((depth, new Mark(x, y, radius * (1.15 - 0.3 * depth), marker, ink)
                {
                    Says = Said.Of(series.Name, (XTitle, series.X[i]), (YTitle, series.Y[i]), (ZTitle, series.Z[i])),
                }));
            }
        }
        shapes.AddRange(marks.OrderByDescending(mark => mark.Depth).Select(mark => mark.Mark));
    }
}
