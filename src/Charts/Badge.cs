namespace Charts;

/// <summary>A group's number in a ring of its colour: dark text on paper, so that it is read on any colour.</summary>
public static class Badge
{
    /// <summary>A picture of the badge alone, for lists and headings; without a name it is decoration beside one.</summary>
    public static Picture Draw(int slot, string name = "", double size = 24)
    {
        var shapes = new List<Shape>();
        Draw(shapes, slot, size / 2, size / 2, size / 2 - 1);
        return new(size, size, PlainText.Clean(name), "", shapes);
    }

    internal static void Draw(List<Shape> shapes, PointSeries series, Frame frame, double radius, string xTitle, string yTitle)
    {
        if (series.Centre is var (x, y)) Draw(shapes, series.Slot, frame.X[x], frame.Y[y], radius, Said.Of($"Middle of {series.Name}", (xTitle, x), (yTitle, y)));
    }

    internal static void Draw(List<Shape> shapes, int slot, double x, double y, double radius, string? says = null)
    {
        var number = Slot.Number(slot);
        var size = radius * (number.Length < 3 ? 1.1 : 0.8);
        shapes.Add(new Disc(x, y, radius + 1, Ink.Paper));
        shapes.Add(new Disc(x, y, radius, Slot.Ink(slot)) { Says = says });
        shapes.Add(new Disc(x, y, radius * 0.75, Ink.Paper) { Says = says });
        if (number.Length > 0) shapes.Add(new Label(x, y + size * 0.36, number, Ink.Text, size, Anchor.Middle, Bold: true) { Says = says });
    }
}
