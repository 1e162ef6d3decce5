namespace Charts;

/// <summary>
/// Where values are missing: a row per column with the share missing at its end, and a strip along the rows of the file, filled
/// as high as the share missing in each stretch. The height follows from the columns.
/// </summary>
public sealed record MissingMap(string Title, string Description, string RowTitle, IReadOnlyList<MissingColumn> Columns, long Rows)
    : Chart(Title, Description)
{
    private const double Size = 12;
    private const double Below = 42;
    private const double StripHeight = 18;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Columns.Count == 0 || Rows <= 0) return Empty(width, Charts.Rows.NoRows, "No value is missing.");
        var names = Columns.Select(column => new RowName(null, column.Name)).ToList();
        var texts = Columns.Max(column => TextWidth.Of(Share(column), Size, bold: true));
        var room = RowName.Width(names, width * 0.4);
        var rows = Charts.Rows.Of(Columns.Count, 4, height - 8 - Below, RowName.Height(names, room));
        var area = new Box(room + 18, rows.Start, width - room - texts - 34, rows.Stop - rows.Start);
        var shapes = new List<Shape>();
        Axes.Under(shapes, new(6, 0, width - texts - 16, rows.Stop + Below), area, Along());
        for (var i = 0; i < Columns.Count; i++)
        {
            names[i].Draw(shapes, 6, rows.Middle(i), room);
            Strip(shapes, Columns[i], area, rows.Middle(i) + StripHeight / 2);
            shapes.Add(new Label(width - 6, rows.Middle(i) + 4, Share(Columns[i]), Ink.Text, Size, Anchor.End, Bold: true));
        }
        return Sheet(width, rows.Stop + Below + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["Column", "Missing", "Share"], [.. Columns.Select(column => (IReadOnlyList<string>)[column.Name, NumberText.Of(column.Missing), Share(column)])]);

    private Axis Along() => new(PlainText.Clean(RowTitle), new(0.5, Rows + 0.5))
    {
        Ticks = count => [.. Ticks.WholeBetween(1, Rows, count).Where(tick => tick > 1).Prepend(1)],
    };

    private string Share(MissingColumn column) => NumberText.Percent((double)column.Missing / Rows);

    // A single missing row in a long stretch still shows: two units at least.
    private void Strip(List<Shape> shapes, MissingColumn column, Box area, double bottom)
    {
        var stretches = column.Stretches;
        shapes.Add(new Bar(area.X, bottom - StripHeight, area.Width, StripHeight, Ink.Backdrop) { Says = $"{column.Name} · {NumberText.Of(column.Missing)} missing ({Share(column)})" });
        var bands = new BandScale(stretches.Length, area.X, area.Right);
        for (var i = 0; i < stretches.Length; i++)
        {
            var filled = Math.Max(2, Math.Clamp(stretches[i], 0, 1) * StripHeight);
            if (stretches[i] > 0) shapes.Add(new Bar(bands[i], bottom - filled, Math.Max(0.5, bands.Width), filled, Ink.Below()) { Says = $"{column.Name} · {NumberText.Percent(stretches[i])} missing here" });
        }
    }
}
