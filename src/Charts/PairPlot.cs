namespace Charts;

/// <summary>
/// Two to five numbers, each against each other below a diagonal of histograms, by group. Up to
/// <see cref="Scatter.MostPoints"/> marks in all every point is drawn; beyond, marks stand for small areas and grow with the points
/// in them, group by group. Made by <see cref="Of"/>, which keeps no more than it draws. The height follows from the width.
/// </summary>
public sealed record PairPlot : Chart
{
    private const double Head = 18;
    private const double Gap = 10;
    private const double Below = 42;
    private const double Size = 11;
    private const string Stacked = "Columns are stacked as named above, from the bottom.";

    private readonly IReadOnlyList<Group> groups;
    private readonly IReadOnlyList<PairColumn> columns;
    private readonly IReadOnlyList<PairPanel> panels;
    private readonly int[] sizes;

    private PairPlot(string title, string description, IReadOnlyList<Group> groups, IReadOnlyList<PairColumn> columns, IReadOnlyList<PairPanel> panels, int[] sizes)
        : base(title, description) => (this.groups, this.columns, this.panels, this.sizes) = (groups, columns, panels, sizes);

    private bool IsStacked => groups.Count > 1;

    private bool IsDense => panels.Any(panel => panel.Counts.Length > 0);

    /// <summary>
    /// An array of values per name, NaN where one is missing, and for each point the index of its group. Values outside of the
    /// window of their name are drawn at its edge. Throws ArgumentException where lengths differ or an index is not one of a group.
    /// Linear in the points of each pair.
    /// </summary>
    public static PairPlot Of(
        string title, string description, IReadOnlyList<Group> groups, IReadOnlyList<string> names, double[][] values, int[] groupOf,
        IReadOnlyList<(double From, double To)?>? windows = null)
    {
        if (values.Length != names.Count || values.Any(column => column.Length != groupOf.Length))
            throw new ArgumentException("Every name needs a value for every point.", nameof(values));
        if (Array.Exists(groupOf, group => group < 0 || group >= groups.Count))
            throw new ArgumentException("Every point is in one of the groups.", nameof(groupOf));
        var columns = new PairColumn[names.Count];
        Parallel.For(0, columns.Length, i => columns[i] = PairColumn.Of(names[i], values[i], groupOf, groups.Count, windows?[i]));
        var places = (from row in Enumerable.Range(0, columns.Length) from column in Enumerable.Range(0, row) select (row, column)).ToArray();
        var panels = new PairPanel[places.Length];
        var dense = (long)places.Length * groupOf.Length > Scatter.MostPoints;
        Parallel.For(0, panels.Length, i => panels[i] = Panel(places[i].row, places[i].column));
        var sizes = new int[groups.Count];
        foreach (var group in groupOf) sizes[group]++;
        return new(title, description, groups, columns, panels, sizes);

        PairPanel Panel(int row, int column) => PairPanel.Of(row, column, columns[column], columns[row], values, groupOf, groups.Count, dense);
    }

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (columns.Count < 2 || sizes.Sum() == 0) return Empty(width, Rows.NoRows, "It takes two columns of numbers to compare.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, [.. groups.Where(group => group.Name.Length > 0).Select(group => LegendItem.Of(group.Slot, group.Name))], new(6, 4, width - 12, 120)) + 4;
        var ticks = columns.Select(column => Ticks.Between(column.Domain.From, column.Domain.To, 2)).ToList();
        var left = 14 + Math.Min(width / 4, ticks.Skip(1).Max(row => TickText.Of(row).Max(text => TextWidth.Of(text, Size))));
        var step = (width - left - 4) / columns.Count;
        var high = Math.Clamp((step - Gap) * 0.75, 56, 260);
        Box Area(int row, int column) => new(left + column * step, top + row * (high + Head) + Head, step - Gap, high);
        for (var row = 0; row < columns.Count; row++) Row(shapes, columns[row], row == 0 ? [] : ticks[row], Area(row, 0), Area(row, row));
        foreach (var panel in panels) panel.Draw(shapes, groups, columns[panel.Column], columns[panel.Row], Area(panel.Row, panel.Column));
        var bottom = Area(columns.Count - 1, 0).Bottom;
        for (var column = 0; column < columns.Count; column++) Across(shapes, columns[column], Area(columns.Count - 1, column), bottom + Below);
        return Sheet(width, Caption(shapes, bottom + Below, width), shapes, IsDense ? Dense : "");
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Points", .. columns.Select(column => $"Mean {column.Name}")],
        [.. groups.Select((group, g) => (IReadOnlyList<string>)[Slot.Number(group.Slot), group.Name, NumberText.Of((long)sizes[g]), .. columns.Select(column => double.IsNaN(column.Means[g]) ? "" : NumberText.Of(column.Means[g]))])]);

    private string Dense => $"{NumberText.Of((long)sizes.Sum())} points; larger marks hold more.";

    // The name above, the ticks at the left and the histogram at the end of the row.
    private void Row(List<Shape> shapes, PairColumn column, double[] ticks, Box first, Box last)
    {
        var name = FittedText.Shorten(column.Name, last.Right - 6, 12);
        shapes.Add(new Label(6, first.Y - 5, name, Ink.Text, 12, Full: name == column.Name ? null : column.Name));
        var (scale, texts) = (new LinearScale(column.Domain.From, column.Domain.To, first.Bottom, first.Y), TickText.Of(ticks));
        for (var i = 0; i < ticks.Length; i++)
        {
            shapes.Add(new Line(first.X - 3, scale[ticks[i]], first.X, scale[ticks[i]], Ink.Axis));
            shapes.Add(new Label(first.X - 6, Math.Clamp(scale[ticks[i]] + 4, first.Y + 6, first.Bottom), FittedText.Shorten(texts[i], first.X - 8, Size), Ink.MutedText, Size, Anchor.End));
        }
        for (var x = first.X; x < last.Right; x += first.Width + Gap)
        {
            shapes.Add(new Line(x, first.Y, x, first.Bottom, Ink.Axis));
            shapes.Add(new Line(x, first.Bottom, x + first.Width, first.Bottom, Ink.Axis));
        }
        column.Draw(shapes, groups, last);
    }

    private static void Across(List<Shape> shapes, PairColumn column, Box area, double bottom)
    {
        var outer = area with { X = area.X - 2, Width = area.Width + 4, Height = bottom - area.Y };
        Axes.Columns(shapes, outer, new(area, new(column.Domain.From, column.Domain.To, area.X, area.Right), default), new(column.Name, column.Domain));
        Axes.Under(shapes, outer, area, column.Name);
    }

    private double Caption(List<Shape> shapes, double bottom, double width)
    {
        if (!IsDense && !IsStacked) return bottom + 4;
        var note = $"{(IsDense ? Dense : "")} {(IsStacked ? Stacked : "")}".Trim();
        shapes.Add(new Label(6, bottom + 14, FittedText.Shorten(note, width - 12, Size), Ink.MutedText, Size));
        return bottom + 22;
    }
}
