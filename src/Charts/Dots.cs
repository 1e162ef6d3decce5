namespace Charts;

internal static class Dots
{
    internal static void Draw(List<Shape> shapes, PointSeries series, Frame frame, double radius, string xTitle, string yTitle)
    {
        var (marker, ink) = (Slot.Marker(series.Slot), Slot.Ink(series.Slot));
        for (var i = 0; i < series.X.Length; i++)
            shapes.Add(new Mark(frame.X[series.X[i]], frame.Y[series.Y[i]], radius, marker, ink) { Says = Said.Of(series.Name, (xTitle, series.X[i]), (yTitle, series.Y[i])) });
    }
}
