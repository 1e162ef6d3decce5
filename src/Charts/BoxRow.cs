namespace Charts;

/// <summary>One row of box plots: the outline behind, then whiskers, box, median and outliers.</summary>
internal static class BoxRow
{
    private const double Half = 9;
    private const double Smallest = 2;
    private const double Largest = 4.5;

    internal static void Draw(List<Shape> shapes, BoxPlot plot, LinearScale scale, double middle, double height, bool violin, string title)
    {
        var ink = Slot.Ink(plot.Slot);
        var says = Says(plot, title);
        if (violin && plot.Outline.Count > 0) Outline(shapes, plot, scale, middle, height / 2 - 2, ink, says);
        var half = violin ? Half / 2 : Half;
        var (low, lower, median, upper, high) = plot.Box;
        shapes.Add(new Line(scale[low], middle, scale[high], middle, Ink.Text));
        foreach (var end in new[] { low, high }) shapes.Add(new Line(scale[end], middle - half / 2, scale[end], middle + half / 2, Ink.Text));
        shapes.Add(new Bar(scale[lower], middle - half, Math.Max(1, scale[upper] - scale[lower]), 2 * half, ink, 2) { Says = says });
        shapes.Add(new Bar(scale[median] - 2, middle - half, 4, 2 * half, Ink.Paper) { Says = says });
        shapes.Add(new Bar(scale[median] - 1, middle - half, 2, 2 * half, Ink.Text) { Says = says });
        Outliers(shapes, plot, scale, middle, ink, title);
    }

    private static string Says(BoxPlot plot, string title)
    {
        string Range(double from, double to) => $"{NumberText.Of(from)} to {NumberText.Of(to)}";
        return $"{Said.Of(plot.Name, (title + ", median", plot.Box.Median))} · middle half {Range(plot.Box.Lower, plot.Box.Upper)} · whiskers {Range(plot.Box.Low, plot.Box.High)}";
    }

    private static void Outline(List<Shape> shapes, BoxPlot plot, LinearScale scale, double middle, double most, Ink ink, string says)
    {
        var above = plot.Outline.Select(place => (scale[place.Value], middle - place.Height * most)).ToList();
        var below = plot.Outline.Select(place => (scale[place.Value], middle + place.Height * most)).Reverse();
        List<(double, double)> around = [.. above, .. below];
        shapes.Add(new Polygon(around, Ink.Backdrop) { Says = says });
        shapes.Add(new Polyline([.. around, around[0]], ink, 1));
    }

    // A mark grows with the values that it stands for.
    private static void Outliers(List<Shape> shapes, BoxPlot plot, LinearScale scale, double middle, Ink ink, string title)
    {
        if (plot.Outliers.Count == 0) return;
        var most = Math.Log(1 + plot.Outliers.Max(outlier => outlier.Count));
        foreach (var (value, count) in plot.Outliers)
            shapes.Add(new Mark(scale[value], middle, Smallest + (Largest - Smallest) * Math.Log(count) / most, Slot.Marker(plot.Slot), ink) { Says = Said.Of(plot.Name, (title, value)) + (count > 1 ? $" · {NumberText.Of(count)} of about this" : "") });
    }
}
