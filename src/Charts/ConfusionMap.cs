namespace Charts;

/// <summary>
/// Who was taken for whom: a row per true group, a column per group that was said, the count printed in each cell. Cells of the diagonal are
/// blue, mistakes orange, deeper the larger their share of the row. Counts[truth][said] is square, of counts of 0 or more. Columns that do not
/// fit beside each other go to a further block below.
/// </summary>
public sealed record ConfusionMap(string Title, string Description, IReadOnlyList<Group> Groups, IReadOnlyList<IReadOnlyList<int>> Counts)
    : Chart(Title, Description)
{
    private const double RowHeight = 32;
    private const double LeastCell = 40;
    private const double WidestCell = 96;
    private const double Size = 13;
    private const double HeadSize = 11;
    private const double HeadHeight = 38;

    /// <summary>A row of counts per true group.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts { get; } = Counts.Count == Groups.Count && Counts.All(row => row.Count == Groups.Count && row.All(count => count >= 0)) ? Counts
        : throw new ArgumentException("There is a count, 0 or more, for every two groups.", nameof(Counts));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Groups.Count == 0) return Empty(width, Charts.Rows.NoRows, "There are no groups to tell apart.");
        List<RowName> names = [.. Groups.Select(group => new RowName(group.Slot, group.Name))];
        var room = RowName.Width(names, width * 0.42);
        var fitting = Math.Max(1, (int)((width - room - 20) / LeastCell));
        var blocks = (Groups.Count + fitting - 1) / fitting;
        var columns = (Groups.Count + blocks - 1) / blocks;
        var cell = new Box(room + 14, 4, Math.Min(WidestCell, (width - room - 20) / columns), Math.Max(RowHeight, RowName.Height(names, room)));
        var shapes = new List<Shape>();
        for (var first = 0; first < Groups.Count; first += columns)
            cell = cell with { Y = Block(shapes, names, first, Math.Min(first + columns, Groups.Count), cell) + 12 };
        return Sheet(width, HeatmapKey.Draw(shapes, cell.Y, width, "mistaken for another", "found") + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Truly in", .. Groups.Select(group => $"Said: {Slot.Number(group.Slot)} {group.Name}")],
        [.. Groups.Select((group, row) => (IReadOnlyList<string>)[Slot.Number(group.Slot), group.Name, .. Counts[row].Select(count => NumberText.Of((long)count))])]);

    // The columns from first to last (exclusive); returns the y where they end. Cell is a place and a size.
    private double Block(List<Shape> shapes, List<RowName> names, int first, int last, Box cell)
    {
        shapes.Add(new Label(6, cell.Y + 12, "Truly in", Ink.MutedText, HeadSize));
        shapes.Add(new Label(cell.X, cell.Y + 12, "Said to be in", Ink.MutedText, HeadSize));
        for (var column = first; column < last; column++) Head(shapes, Groups[column], cell.X + (column - first + 0.5) * cell.Width, cell.Y + 28);
        for (var row = 0; row < Groups.Count; row++)
        {
            var y = cell.Y + HeadHeight + row * cell.Height;
            names[row].Draw(shapes, 6, y + cell.Height / 2, cell.X - 14);
            for (var column = first; column < last; column++) Square(shapes, row, column, cell with { X = cell.X + (column - first) * cell.Width, Y = y });
        }
        return cell.Y + HeadHeight + Groups.Count * cell.Height;
    }

    private static void Head(List<Shape> shapes, Group group, double x, double y)
    {
        shapes.Add(new Mark(x - 7, y, 5, Slot.Marker(group.Slot), Slot.Ink(group.Slot)) { Says = group.Name });
        shapes.Add(new Label(x + 2, y + 4, Slot.Number(group.Slot), Ink.Text, HeadSize, Bold: true));
    }

    private void Square(List<Shape> shapes, int row, int column, Box cell)
    {
        var (count, all) = (Counts[row][column], Counts[row].Sum(n => (long)n));
        var share = all == 0 ? 0 : (double)count / all;
        var says = $"{NumberText.Of((long)count)} of {NumberText.Of(all)} in {Groups[row].Name}: " + (row == column ? "found" : $"taken for {Groups[column].Name}");
        // A single mistake is to be seen too, however small its share.
        var shade = count == 0 ? 0 : Math.Max(0.5, 2 * share);
        shapes.Add(new Bar(cell.X + 1, cell.Y + 1, cell.Width - 2, cell.Height - 2, HeatmapBlock.Shade(row == column ? shade : -shade), 3) { Says = says });
        shapes.Add(new Label(cell.X + cell.Width / 2, cell.Y + cell.Height / 2 + 4, FittedText.Shorten(NumberText.Of((long)count), cell.Width - 4, Size),
            count == 0 ? Ink.MutedText : Ink.Text, Size, Anchor.Middle, Bold: row == column)
        { Says = says });
    }
}
