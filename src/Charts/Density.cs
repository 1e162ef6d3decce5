namespace Charts;

/// <summary>
/// Many points as marks on a grid: one per group and cell, growing with the logarithm of the count. In a cell the fuller group
/// lies below and each further one is drawn smaller on top, so that no group hides another.
/// </summary>
internal static class Density
{
    private const double Cell = 9;
    private const double Largest = Cell / 2;
    private const double Smallest = 1.8;

    internal static void Draw(List<Shape> shapes, IReadOnlyList<PointSeries> series, Frame frame)
    {
        var columns = Math.Max(1, (int)(frame.Area.Width / Cell));
        var rows = Math.Max(1, (int)(frame.Area.Height / Cell));
        var counts = new int[columns * rows, series.Count];
        for (var s = 0; s < series.Count; s++) Count(counts, s, series[s], frame, columns, rows);
        Draw(shapes, [.. series.Select(each => each.Slot)], counts, columns, frame.Area);
    }

    /// <summary>Counts by cell, row by row from the top, and group; the marks are as large as the cells allow.</summary>
    internal static void Draw(List<Shape> shapes, int[] slots, int[,] counts, int columns, Box area)
    {
        var rows = counts.GetLength(0) / columns;
        var largest = Math.Min(Largest, area.Width / columns / 2);
        var most = Math.Log(1 + counts.Cast<int>().Max());
        for (var cell = 0; cell < columns * rows; cell++)
            Stack(shapes, slots, counts, cell, most, largest, Middle(area, cell % columns, columns, cell / columns, rows));
    }

    private static void Count(int[,] counts, int index, PointSeries series, Frame frame, int columns, int rows)
    {
        var area = frame.Area;
        for (var i = 0; i < series.X.Length; i++)
        {
            var column = Math.Clamp((int)((frame.X[series.X[i]] - area.X) / area.Width * columns), 0, columns - 1);
            var row = Math.Clamp((int)((frame.Y[series.Y[i]] - area.Y) / area.Height * rows), 0, rows - 1);
            counts[row * columns + column, index]++;
        }
    }

    private static (double X, double Y) Middle(Box area, int column, int columns, int row, int rows) =>
        (area.X + (column + 0.5) * area.Width / columns, area.Y + (row + 0.5) * area.Height / rows);

    private static void Stack(
        List<Shape> shapes, int[] slots, int[,] counts, int cell, double most, double largest, (double X, double Y) at)
    {
        var smallest = Math.Min(Smallest, largest * 0.5);
        var present = Enumerable.Range(0, slots.Length).Where(s => counts[cell, s] > 0)
            .OrderBy(s => slots[s] == Slot.Rest ? 0 : 1).ThenByDescending(s => counts[cell, s]).ToList();
        var below = largest;
        for (var rank = 0; rank < present.Count; rank++)
        {
            var own = smallest + (largest - smallest) * Math.Log(1 + counts[cell, present[rank]]) / most;
            var least = present.Count == 1 ? smallest : Math.Max(smallest, largest * (present.Count - rank) / (present.Count + 0.3));
            below = Math.Clamp(own, least, rank == 0 ? largest : Math.Max(least, below * 0.6));
            shapes.Add(new Mark(at.X, at.Y, below, Slot.Marker(slots[present[rank]]), Slot.Ink(slots[present[rank]]), Rim: false));
        }
    }
}
