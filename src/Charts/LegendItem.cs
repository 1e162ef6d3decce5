namespace Charts;

/// <summary>One entry of a legend: how it is drawn at a place, its number or nothing, and its name.</summary>
internal sealed record LegendItem(Func<double, double, Shape[]> Swatch, string Number, string Name)
{
    internal static LegendItem Of(int slot, string name) =>
        new((x, y) => [new Mark(x, y, 5, Slot.Marker(slot), Slot.Ink(slot))], Slot.Number(slot), name);

    /// <summary>A pale box with a rim, as the columns behind a histogram.</summary>
    internal static LegendItem OfBackdrop(string name) =>
        new((x, y) => [new Bar(x - 5, y - 5, 10, 10, Ink.Rest), new Bar(x - 4, y - 4, 8, 8, Ink.Backdrop)], "", name);

    /// <summary>A box of a shade, as one part of a bar.</summary>
    internal static LegendItem OfShade(Ink shade, string name) =>
        new((x, y) => [new Bar(x - 5, y - 5, 10, 10, Ink.Rest), new Bar(x - 4.5, y - 4.5, 9, 9, shade)], "", name);

    /// <summary>A short stroke, as one drawn across the data.</summary>
    internal static LegendItem OfLine(string name, bool dashed) =>
        new((x, y) => [new Line(x, y - 7, x, y + 7, Ink.Text, 2, dashed)], "", name);

    internal static LegendItem OfSpotlight(string name) => new((x, y) => [new Disc(x, y, 5, Ink.Text)], "", name);
}
