namespace Charts;

/// <summary>
/// Points in a plane, by group. Up to <see cref="MostPoints"/> every point is a mark; beyond, marks stand for small areas and grow
/// with the points in them, group by group, so that rare points stay visible; caption and description say so. Spotlight is one more
/// point to be seen before all others.
/// </summary>
public sealed record Scatter(
    string Title, string Description, string XTitle, string YTitle, IReadOnlyList<PointSeries> Series, Spotlight? Spotlight = null)
    : Chart(Title, Description)
{
    /// <summary>True draws the outline of each group, paler, under the points.</summary>
    public bool Hulls { get; init; }

    /// <summary>The most points drawn one by one.</summary>
    public const int MostPoints = 2000;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        var points = Series.Sum(series => series.X.Length);
        if (points == 0 && Spotlight is null) return Empty(width, height, "There are no points to draw.");
        var dense = points > MostPoints;
        var caption = dense ? $"{NumberText.Of((long)points)} points; larger marks hold more." : "";
        var shapes = new List<Shape>(points + 100);
        var top = Legend.Draw(shapes, Names(), new(6, 4, width - 12, height * 0.4));
        var frame = Axes.Draw(shapes, new(6, top + 6, width - 12, height - top - (dense ? 28 : 10)), Horizontal(), Vertical());
        if (Hulls) foreach (var series in Series.Where(series => series.Slot >= 0)) Hull(shapes, series, frame);
        foreach (var series in Series.OrderBy(series => series.Slot < 0 ? series.Slot : 0))
            if (!dense) Dots.Draw(shapes, series, frame, (points <= 400 ? 4 : 3) * (series.Slot == Slot.Rest ? 0.75 : 1), XTitle, YTitle);
        if (dense) Density.Draw(shapes, Series, frame);
        foreach (var series in Series) Badge.Draw(shapes, series, frame, width < 480 ? 9 : 11, XTitle, YTitle);
        Spotlight?.Draw(shapes, frame, XTitle, YTitle);
        if (dense) shapes.Add(new Label(6, height - 7, FittedText.Shorten(caption, width - 12, 11), Ink.MutedText, 11));
        return Sheet(width, height, shapes, caption);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Points", $"Mean {PlainText.Clean(XTitle)}", $"Mean {PlainText.Clean(YTitle)}"],
        [.. Series.Select(series => (IReadOnlyList<string>)[Slot.Number(series.Slot), series.Name, NumberText.Of((long)series.X.Length), Mean(series.X), Mean(series.Y)])]);

    private static void Hull(List<Shape> shapes, PointSeries series, Frame frame)
    {
        if (ConvexHull.Of(series, frame) is not { Count: > 2 } corners) return;
        shapes.Add(new Polygon(corners, Slot.Ink(series.Slot), Pale: true) { Opacity = 0.18 });
        shapes.Add(new Polyline([.. corners, corners[0]], Slot.Ink(series.Slot), 1));
    }

    internal static string Mean(double[] values) => values.Length == 0 ? "" : NumberText.Of(values.Average(value => value / values.Length) * values.Length);

    private List<LegendItem> Names()
    {
        var names = Series.Where(series => series.Name.Length > 0).Select(series => LegendItem.Of(series.Slot, series.Name)).ToList();
        if (Spotlight is { Name.Length: > 0 }) names.Add(LegendItem.OfSpotlight(Spotlight.Name));
        return names;
    }

    private Axis Horizontal() => new(PlainText.Clean(XTitle), Domain.Of(Series.SelectMany(series => series.X).Concat(Spot(spot => spot.X))).Padded());

    private Axis Vertical() => new(PlainText.Clean(YTitle), Domain.Of(Series.SelectMany(series => series.Y).Concat(Spot(spot => spot.Y))).Padded());

    private double[] Spot(Func<Spotlight, double> value) => Spotlight is null ? [] : [value(Spotlight)];
}
