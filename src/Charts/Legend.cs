namespace Charts;

/// <summary>Says which marker, colour and number belong to which name, in as many lines as the width needs.</summary>
internal static class Legend
{
    private const double LineHeight = 20;
    private const double Gap = 18;
    private const double Size = 12;
    private const double WidestName = 300;

    private readonly record struct Place(double X, int Line);

    /// <summary>Fills the box from the top left and returns the height taken; items that do not fit are counted in words.</summary>
    internal static double Draw(List<Shape> shapes, IReadOnlyList<LegendItem> items, Box box)
    {
        if (items.Count == 0) return 0;
        var lines = Math.Max(1, (int)(box.Height / LineHeight));
        var shown = items.Count;
        var places = Flow(items, shown, box);
        while (places[^1].Line >= lines && shown > 0) places = Flow(items, --shown, box);
        for (var i = 0; i < shown; i++) Draw(shapes, items[i], places[i], box);
        if (shown < items.Count)
            shapes.Add(new Label(places[^1].X, Middle(box, places[^1].Line) + 4, More(items.Count - shown), Ink.MutedText, Size));
        return (places[^1].Line + 1) * LineHeight;
    }

    // The place of each shown item and, where some are left out, of the words that say so.
    private static List<Place> Flow(IReadOnlyList<LegendItem> items, int shown, Box box)
    {
        var places = new List<Place>();
        var (x, line) = (box.X, 0);
        for (var i = 0; i < Math.Min(shown + 1, items.Count); i++)
        {
            var width = i < shown ? Width(items[i], box) : TextWidth.Of(More(items.Count - shown), Size);
            if (x > box.X && x + width > box.Right) (x, line) = (box.X, line + 1);
            places.Add(new(x, line));
            x += width + Gap;
        }
        return places;
    }

    private static void Draw(List<Shape> shapes, LegendItem item, Place place, Box box)
    {
        var middle = Middle(box, place.Line);
        var name = Name(item, box);
        shapes.AddRange(item.Swatch(place.X + 6, middle));
        if (item.Number.Length > 0) shapes.Add(new Label(place.X + 15, middle + 4, item.Number, Ink.Text, Size, Bold: true));
        shapes.Add(new Label(place.X + NameStart(item), middle + 4, name, Ink.Text, Size, Full: name == item.Name ? null : item.Name));
    }

    private static double Middle(Box box, int line) => box.Y + (line + 0.5) * LineHeight;

    private static double Width(LegendItem item, Box box) => NameStart(item) + TextWidth.Of(Name(item, box), Size);

    private static string Name(LegendItem item, Box box) =>
        FittedText.Shorten(item.Name, Math.Min(WidestName, box.Width - NameStart(item)), Size);

    private static double NameStart(LegendItem item) =>
        item.Number.Length == 0 ? 16 : 20 + TextWidth.Of(item.Number, Size, bold: true);

    private static string More(int count) => $"+ {count} more in the table";
}
