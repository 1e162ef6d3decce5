namespace Charts;

/// <summary>
/// How strongly any two columns move together: the triangle below the diagonal of a matrix of correlations, the value printed in
/// each cell, blue for together and orange for against. Values are rows of equal length, -1 to 1, null where there is none, and
/// only those below the diagonal are read. What does not fit beside each other goes to a further block below.
/// </summary>
public sealed record CorrelationMap(string Title, string Description, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<double?>> Values)
    : Chart(Title, Description)
{
    private const double RowHeight = 30;
    private const double LeastCell = 38;
    private const double WidestCell = 96;
    private const double Size = 12;
    private const double HeadSize = 11;

    /// <summary>The names of the columns, made safe to draw.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Names.Select(PlainText.Clean)];

    /// <summary>A row of correlations per column.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Values { get; } = Values.Count == Names.Count && Values.All(row => row.Count == Names.Count && row.All(IsCorrelation)) ? Values
        : throw new ArgumentException("There is a correlation from -1 to 1, or none, for every two names.", nameof(Values));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Names.Count < 2) return Empty(width, Charts.Rows.NoRows, "It takes two columns of numbers to compare.");
        var names = Rows();
        var room = RowName.Width(names.Skip(1), width * 0.42);
        var fitting = Math.Max(1, (int)((width - room - 20) / LeastCell));
        var (shapes, top) = (new List<Shape>(), 4.0);
        for (var first = 0; first < Names.Count - 1; first += fitting)
        {
            var last = Math.Min(first + fitting, Names.Count - 1);
            var cell = Math.Min(WidestCell, (width - room - 20) / Math.Min(fitting, Names.Count - 1));
            top = Block(shapes, names, first, last, new(room + 14, top, cell, Math.Max(RowHeight, RowName.Height(names, room)))) + 12;
        }
        return Sheet(width, HeatmapKey.Draw(shapes, top, width, "−1 against", "together +1") + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["Column", "And", "Correlation"],
        [.. Pairs().OrderByDescending(pair => Math.Abs(Values[pair.Row][pair.Column] ?? 0)).Select(pair => (IReadOnlyList<string>)[Names[pair.Column], Names[pair.Row], Text(Values[pair.Row][pair.Column], 3)])]);

    private static bool IsCorrelation(double? value) => value is null or (>= -1 and <= 1);

    private IEnumerable<(int Row, int Column)> Pairs() =>
        from row in Enumerable.Range(0, Names.Count) from column in Enumerable.Range(0, row) select (row, column);

    private List<RowName> Rows() => [.. Names.Select((name, i) => new RowName(null, $"{NumberText.Of(i + 1L)} {name}"))];

    // First column to last (exclusive) with the rows below their diagonal; returns the y where it ends. Cell is a place and a size.
    private double Block(List<Shape> shapes, List<RowName> names, int first, int last, Box cell)
    {
        var top = cell.Y + Heads(shapes, first, last, cell);
        for (var row = first + 1; row < Names.Count; row++)
        {
            var y = top + (row - first - 1) * cell.Height;
            names[row].Draw(shapes, 6, y + cell.Height / 2, cell.X - 14);
            for (var column = first; column < Math.Min(last, row); column++)
                Square(shapes, Values[row][column], cell with { X = cell.X + (column - first) * cell.Width, Y = y }, $"{Names[column]} and {Names[row]} · correlation {Text(Values[row][column], 2)}");
        }
        return top + (Names.Count - first - 1) * cell.Height;
    }

    // By name where all of them fit, by number otherwise; the rows have both.
    private double Heads(List<Shape> shapes, int first, int last, Box cell)
    {
        var texts = Enumerable.Range(first, last - first).Select(c => FittedText.Wrap($"{NumberText.Of(c + 1L)} {Names[c]}", cell.Width - 6, HeadSize, 3)).ToList();
        if (texts.Any(text => text.Cut) || Names.Any(name => name.Split(' ').Any(word => TextWidth.Of(word, HeadSize) > cell.Width - 6)))
            texts = [.. Enumerable.Range(first, last - first).Select(c => new WrappedText([NumberText.Of(c + 1L)], true))];
        var lines = texts.Max(text => text.Lines.Count);
        for (var c = first; c < last; c++)
            for (var i = 0; i < texts[c - first].Lines.Count; i++)
                shapes.Add(new Label(cell.X + (c - first + 0.5) * cell.Width, cell.Y + (lines - texts[c - first].Lines.Count + i + 1) * 13 - 2,
                    texts[c - first].Lines[i], Ink.MutedText, HeadSize, Anchor.Middle, Full: texts[c - first].Cut ? Names[c] : null));
        return lines * 13 + 5;
    }

    private static void Square(List<Shape> shapes, double? value, Box cell, string says)
    {
        shapes.Add(new Bar(cell.X + 1, cell.Y + 1, cell.Width - 2, cell.Height - 2, HeatmapBlock.Shade(2 * (value ?? 0)), 3) { Says = says });
        shapes.Add(new Label(cell.X + cell.Width / 2, cell.Y + cell.Height / 2 + 4, Text(value, 2), Ink.Text, Size, Anchor.Middle, Bold: Math.Abs(value ?? 0) >= 0.5) { Says = says });
    }

    private static string Text(double? value, int decimals) => value is double r ? TickText.Plain(r, decimals) : "–";
}
