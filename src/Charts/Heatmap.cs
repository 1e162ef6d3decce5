namespace Charts;

/// <summary>
/// How groups differ: a row per group, a column per feature, blue above and orange below the average. Columns that do not fit
/// beside each other go to a further block below with the names repeated. The height follows from the rows.
/// </summary>
public sealed record Heatmap(string Title, string Description, IReadOnlyList<string> Columns, IReadOnlyList<HeatmapRow> Rows)
    : Chart(Title, Description)
{
    /// <summary>A row per group.</summary>
    public IReadOnlyList<HeatmapRow> Rows { get; } = Rows.All(row => row.Cells.Count == Columns.Count) ? Rows
        : throw new ArgumentException("Every row needs a cell per column.", nameof(Rows));

    /// <summary>The names of the features, made safe to draw.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Columns.Select(PlainText.Clean)];

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Rows.Count == 0 || Columns.Count == 0) return Empty(width, Charts.Rows.NoRows, "There is nothing to compare.");
        var block = HeatmapBlock.Of(this, width);
        var shapes = new List<Shape>();
        var top = 4.0;
        for (var first = 0; first < Columns.Count; first += block.Columns)
            top = block.Draw(shapes, this, first, top) + 12;
        var bottom = HeatmapKey.Draw(shapes, top, width);
        return Sheet(width, bottom + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", .. Columns],
        [.. Rows.Select(row => (IReadOnlyList<string>)[Slot.Number(row.Slot), row.Name, .. row.Cells.Select(cell => $"{cell.Text} ({cell.Sigma})")])]);
}
