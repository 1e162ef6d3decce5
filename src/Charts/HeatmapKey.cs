namespace Charts;

/// <summary>The strip under a heatmap that says what its shades mean.</summary>
internal static class HeatmapKey
{
    private const double Size = 11;
    private const int Shades = 9;

    internal static double Draw(List<Shape> shapes, double top, double width) => width < 420
        ? Draw(shapes, top, width, "−2σ below", "above +2σ")
        : Draw(shapes, top, width, "2 standard deviations (σ) below", "2σ above the average");

    internal static double Draw(List<Shape> shapes, double top, double width, string low, string high)
    {
        var start = 6 + TextWidth.Of(low, Size) + 8;
        var step = Math.Min(16, (width - start - TextWidth.Of(high, Size) - 14) / Shades);
        shapes.Add(new Label(6, top + 11, low, Ink.MutedText, Size));
        for (var i = -4; i <= 4; i++)
            shapes.Add(new Bar(start + (i + 4) * step, top, step, 14, HeatmapBlock.Shade(i / 2.0)));
        shapes.Add(new Label(start + Shades * step + 8, top + 11, high, Ink.MutedText, Size));
        return top + 16;
    }
}
