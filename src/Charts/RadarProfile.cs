namespace Charts;

/// <summary>
/// The same as a <see cref="ParallelProfile"/> on spokes: three features or more, the first on top, then clockwise. Rings lie a
/// standard deviation apart; the dashed one is the average of all.
/// </summary>
public sealed record RadarProfile(
    string Title, string Description, IReadOnlyList<ProfileAxis> Axes, IReadOnlyList<ProfileLine> Lines) : Chart(Title, Description)
{
    private const double Size = 12;
    private const double LineHeight = 14;

    /// <summary>A line per group.</summary>
    public IReadOnlyList<ProfileLine> Lines { get; } = Profile.Checked(Axes, Lines);

    // The outermost ring, and as far within.
    private double Most => Math.Ceiling(Math.Max(1, Lines.SelectMany(line => line.Deviations).Max(Math.Abs)));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(2 * Lowest, height));
        if (Axes.Count < 3 || Lines.Count == 0) return Empty(width, Lowest, "A radar needs three features.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, Profile.Legend(Lines), new(6, 4, width - 12, height * 0.3)) + 4;
        var names = 2 * LineHeight + 10;
        var down = Wheel.Lowest(Axes.Count);
        var radius = Math.Max(40, Math.Min((height - top - 2 * names - 16) / (1 + down), width / 2 - width * 0.22));
        var wheel = new Wheel(width / 2, top + names + radius, radius, Axes.Count, Most);
        Rings(shapes, wheel);
        for (var i = 0; i < Axes.Count; i++) Spoke(shapes, wheel, i, width);
        foreach (var line in Lines) Around(shapes, line, wheel);
        var bottom = Math.Max(2 * Lowest, wheel.Y + radius * down + names + 22);
        Caption(shapes, bottom, width);
        return Sheet(width, bottom, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => Profile.Table(Axes, Lines);

    private void Rings(List<Shape> shapes, Wheel wheel)
    {
        var step = Ticks.Step(0, Most, 3) is > 1 and var wide ? wide : 1;
        for (var ring = -Math.Floor(Most / step) * step; ring <= Most; ring += step)
            if (ring != 0) shapes.AddRange(wheel.Ring(ring, Ink.Grid, dashed: false));
        shapes.AddRange(wheel.Ring(0, Ink.Text, dashed: true));
    }

    private void Spoke(List<Shape> shapes, Wheel wheel, int index, double width)
    {
        var (x, y) = wheel.At(index, Most);
        shapes.Add(new Line(wheel.X, wheel.Y, x, y, Ink.Axis));
        var (anchor, room) = wheel.Side(index) switch
        {
            > 0 => (Anchor.Start, width - x - 14),
            < 0 => (Anchor.End, x - 14),
            _ => (Anchor.Middle, Math.Min(width - 12, 2 * Math.Abs(wheel.At(1, Most).X - wheel.X) - 4)),
        };
        var text = FittedText.Wrap(Axes[index].Name, room, Size, anchor == Anchor.Middle ? 2 : 3);
        var left = x + 8 * wheel.Side(index);
        var first = y < wheel.Y - 1 && anchor == Anchor.Middle ? y - 8 - (text.Lines.Count - 1) * LineHeight
            : anchor == Anchor.Middle ? y + 16 : y + 4 - (text.Lines.Count - 1) * LineHeight / 2;
        for (var i = 0; i < text.Lines.Count; i++)
            shapes.Add(new Label(left, first + i * LineHeight, text.Lines[i], Ink.Text, Size, anchor, Full: text.Cut ? Axes[index].Name : null));
    }

    private void Around(List<Shape> shapes, ProfileLine line, Wheel wheel)
    {
        var (ink, marker) = (Slot.Ink(line.Slot), Slot.Marker(line.Slot));
        var places = line.Deviations.Select((deviation, i) => wheel.At(i, deviation)).ToList();
        shapes.Add(new Polyline([.. places, places[0]], ink));
        for (var i = 0; i < places.Count; i++) shapes.Add(new Mark(places[i].X, places[i].Y, 5, marker, ink) { Says = Profile.Says(line, Axes, i) });
    }

    private void Caption(List<Shape> shapes, double height, double width)
    {
        var text = $"Rings: from {NumberText.WithSign(-Most)}σ in the middle to {NumberText.WithSign(Most)}σ; dashed: the average.";
        shapes.Add(new Label(6, height - 7, FittedText.Shorten(text, width - 12, 11), Ink.MutedText, 11));
    }
}
