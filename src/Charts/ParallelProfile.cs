namespace Charts;

/// <summary>
/// What groups are like: a row per feature, all on one scale of standard deviations, and a line per group that goes from row to
/// row through its means. Beside each row stand its lowest and its highest mean in the feature's own unit. The height follows from the rows.
/// </summary>
public sealed record ParallelProfile(
    string Title, string Description, IReadOnlyList<ProfileAxis> Axes, IReadOnlyList<ProfileLine> Lines, string Middle = "average")
    : Chart(Title, Description)
{
    private const double Size = 11;
    private const double Below = 42;
    private const string Low = "lowest";
    private const string High = "highest";

    /// <summary>A line per group.</summary>
    public IReadOnlyList<ProfileLine> Lines { get; } = Profile.Checked(Axes, Lines);

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Axes.Count == 0 || Lines.Count == 0) return Empty(width, Rows.NoRows, "There is nothing to compare.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, Profile.Legend(Lines), new(6, 4, width - 12, Math.Max(60, height * 0.4))) + 26;
        var names = Axes.Select(axis => new RowName(null, axis.Name)).ToList();
        var room = RowName.Width(names, width * 0.3);
        var rows = Rows.Of(Axes.Count, top, height - top - Below, Math.Max(30, RowName.Height(names, room)));
        var (low, high) = (Widest(Low, Enumerable.Min, width), Widest(High, Enumerable.Max, width));
        var area = new Box(room + 20 + low, top, width - room - 44 - low - high, rows.Stop - rows.Start);
        var scale = Charts.Axes.Under(shapes, new(6, 0, width - 12, rows.Stop + Below), area, new Axis(width < 420 ? "σ from the average" : "Standard deviations (σ) from the average", Extent()));
        Heads(shapes, scale[0], area);
        for (var i = 0; i < Axes.Count; i++)
        {
            names[i].Draw(shapes, 6, rows.Middle(i), room);
            Row(shapes, rows.Middle(i), area, End(i, Enumerable.Min, width), End(i, Enumerable.Max, width));
        }
        foreach (var line in Lines) Through(shapes, line, scale, rows);
        return Sheet(width, rows.Stop + Below + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => Profile.Table(Axes, Lines);

    private Domain Extent()
    {
        var most = Math.Max(1, Lines.SelectMany(line => line.Deviations).Max(Math.Abs));
        return new Domain(-most, most).Padded();
    }

    private double Widest(string head, Func<IEnumerable<double>, double> end, double width) =>
        Enumerable.Range(0, Axes.Count).Select(i => End(i, end, width)).Append(head).Max(text => TextWidth.Of(text, Size));

    private string End(int axis, Func<IEnumerable<double>, double> end, double width) =>
        FittedText.Shorten(Axes[axis].At(end(Lines.Select(line => line.Deviations[axis]))), width * 0.16, Size);

    private static void Row(List<Shape> shapes, double middle, Box area, string low, string high)
    {
        shapes.Add(new Line(area.X, middle, area.Right, middle, Ink.Axis));
        shapes.Add(new Label(area.X - 8, middle + 4, low, Ink.MutedText, Size, Anchor.End));
        shapes.Add(new Label(area.Right + 8, middle + 4, high, Ink.MutedText, Size));
    }

    private void Heads(List<Shape> shapes, double x, Box area)
    {
        var text = FittedText.Shorten(PlainText.Clean(Middle), area.Width - 4, Size);
        shapes.Add(new Line(x, area.Y - 4, x, area.Bottom, Ink.Text, 1, Dashed: true));
        shapes.Add(new Label(x, area.Y - 9, text, Ink.MutedText, Size, Anchor.Middle));
        shapes.Add(new Label(area.X - 8, area.Y - 9, Low, Ink.MutedText, Size, Anchor.End));
        shapes.Add(new Label(area.Right + 8, area.Y - 9, High, Ink.MutedText, Size));
    }

    private void Through(List<Shape> shapes, ProfileLine line, LinearScale scale, BandScale rows)
    {
        var (ink, marker) = (Slot.Ink(line.Slot), Slot.Marker(line.Slot));
        var places = line.Deviations.Select((deviation, i) => (scale[deviation], rows.Middle(i))).ToList();
        if (places.Count > 1) shapes.Add(new Polyline(places, ink));
        for (var i = 0; i < places.Count; i++) shapes.Add(new Mark(places[i].Item1, places[i].Item2, 5.5, marker, ink) { Says = Profile.Says(line, Axes, i) });
    }
}
