namespace Charts;

/// <summary>As many columns of a heatmap as fit beside each other, and the widths they all get.</summary>
internal sealed record HeatmapBlock(int Columns, double Names, double Cell, double RowHeight)
{
    private const double ValueSize = 13;
    private const double SigmaSize = 11;
    private const double HeadSize = 11;
    private const double LowestRow = 38;
    private const double LeastCell = 60;
    private const double WidestCell = 160;

    internal static HeatmapBlock Of(Heatmap map, double width)
    {
        var widest = map.Rows.Max(row => row.Cells.Max(cell => TextWidth.Of(cell.Text, ValueSize, bold: true))) + 10;
        var least = Math.Min(width * 0.55, Math.Max(LeastCell, widest));
        // Names give way, down to a third of the sheet, where that brings all columns into one block.
        var most = Math.Clamp(width - 20 - least * map.Columns.Count, width / 3, width * 0.42);
        var all = map.Rows.Select(Name).ToList();
        var names = RowName.Width(all, most);
        var room = width - names - 20;
        var fitting = Math.Clamp((int)(room / least), 1, map.Columns.Count);
        var blocks = (map.Columns.Count + fitting - 1) / fitting;
        // Spread evenly: two blocks of four rather than one of seven and a lonely column.
        var columns = (map.Columns.Count + blocks - 1) / blocks;
        return new(columns, names, Math.Min(WidestCell, room / columns), Math.Max(LowestRow, RowName.Height(all, names)));
    }

    private static RowName Name(HeatmapRow row) => new(row.Slot, row.Name);

    /// <summary>Draws the columns from first on and returns the y where they end.</summary>
    internal double Draw(List<Shape> shapes, Heatmap map, int first, double top)
    {
        var last = Math.Min(first + Columns, map.Columns.Count);
        var heads = Enumerable.Range(first, last - first).Select(c => FittedText.Wrap(map.Columns[c], Cell - 6, HeadSize, 3)).ToList();
        var head = top + heads.Max(text => text.Lines.Count) * 13 + 5;
        for (var c = first; c < last; c++) Head(shapes, heads[c - first], map.Columns[c], Left(c - first), head);
        for (var r = 0; r < map.Rows.Count; r++)
        {
            var y = head + r * RowHeight;
            Name(map.Rows[r]).Draw(shapes, 6, y + RowHeight / 2, Names);
            for (var c = first; c < last; c++) Square(shapes, map.Rows[r].Cells[c], Left(c - first), y, $"{map.Rows[r].Name} · {map.Columns[c]} {map.Rows[r].Cells[c].Text} ({map.Rows[r].Cells[c].Sigma})");
        }
        return head + map.Rows.Count * RowHeight;
    }

    private double Left(int column) => Names + 14 + column * Cell;

    private void Head(List<Shape> shapes, WrappedText text, string name, double x, double bottom)
    {
        var lines = text.Lines;
        for (var i = 0; i < lines.Count; i++)
            shapes.Add(new Label(x + Cell / 2, bottom - 7 - (lines.Count - 1 - i) * 13, lines[i], Ink.MutedText, HeadSize, Anchor.Middle, Full: text.Cut ? name : null));
    }

    private void Square(List<Shape> shapes, HeatmapCell cell, double x, double y, string says)
    {
        var text = FittedText.Shorten(cell.Text, Cell - 6, ValueSize, bold: true);
        shapes.Add(new Bar(x + 1, y + 1, Cell - 2, RowHeight - 2, Shade(cell.Deviation), 3) { Says = says });
        shapes.Add(new Label(x + Cell / 2, y + RowHeight / 2 - 2, text, Ink.Text, ValueSize, Anchor.Middle, Bold: true) { Says = says });
        shapes.Add(new Label(x + Cell / 2, y + RowHeight / 2 + 12, FittedText.Shorten(cell.Sigma, Cell - 4, SigmaSize), Ink.Text, SigmaSize, Anchor.Middle) { Says = says });
    }

    // Four shades a side, half a standard deviation apart; closer than a quarter is no difference.
    internal static Ink Shade(double deviation)
    {
        var shade = (int)Math.Round(Math.Min(Math.Abs(deviation), 2) * 2, MidpointRounding.AwayFromZero);
        return shade == 0 ? Ink.Backdrop : deviation > 0 ? Ink.Above(shade) : Ink.Below(shade);
    }
}
