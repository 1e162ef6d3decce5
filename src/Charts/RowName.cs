namespace Charts;

/// <summary>The name at the left of a row: marker, number and up to three lines of text.</summary>
internal sealed record RowName(int? Slot, string Name)
{
    internal const double Size = 12;
    private const double LineHeight = 14;
    private const int MostLines = 3;

    private double TextStart => Slot switch
    {
        null => 0,
        < 0 => 16,
        int look => 20 + TextWidth.Of(Charts.Slot.Number(look), Size, bold: true),
    };

    /// <summary>The width that all names get: what the longest needs, but no more than given.</summary>
    internal static double Width(IEnumerable<RowName> rows, double most) =>
        rows.Max(row => Math.Min(most, row.TextStart + TextWidth.Of(row.Name, Size) + 1));

    /// <summary>The least height of a row in which all names fit.</summary>
    internal static double Height(IEnumerable<RowName> rows, double width) => rows.Max(row => row.Wrap(width).Lines.Count) * LineHeight + 8;

    internal void Draw(List<Shape> shapes, double x, double middle, double width)
    {
        if (Slot is int look) Look(shapes, look, x, middle);
        var text = Wrap(width);
        var baseline = middle + 4 - (text.Lines.Count - 1) * LineHeight / 2;
        for (var i = 0; i < text.Lines.Count; i++)
            shapes.Add(new Label(x + TextStart, baseline + i * LineHeight, text.Lines[i], Ink.Text, Size, Full: text.Cut ? Name : null));
    }

    private WrappedText Wrap(double width) => FittedText.Wrap(Name, width - TextStart, Size, MostLines);

    private static void Look(List<Shape> shapes, int slot, double x, double middle)
    {
        shapes.Add(new Mark(x + 6, middle, 5, Charts.Slot.Marker(slot), Charts.Slot.Ink(slot)));
        if (slot >= 0) shapes.Add(new Label(x + 15, middle + 4, Charts.Slot.Number(slot), Ink.Text, Size, Bold: true));
    }
}
