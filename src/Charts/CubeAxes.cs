namespace Charts;

/// <summary>The edges of a cube: three carry an axis with its numbers, those behind are pale, those before the points left out.</summary>
internal static class CubeAxes
{
    private const double TextSize = 11;

    internal static void Draw(List<Shape> shapes, Cube cube, double width)
    {
        var (x, y) = cube.Front;
        var left = cube.IsFirstLeft ? (X: -x, Y: y) : (X: x, Y: -y);
        foreach (var (from, to) in Behind(x, y)) Edge(shapes, cube, from, to, Ink.Grid);
        Upright(shapes, cube, left);
        Floor(shapes, cube, cube.X, t => (t, y), cube.IsFirstLeft, width);
        Floor(shapes, cube, cube.Y, t => (x, t), !cube.IsFirstLeft, width);
    }

    // Floor and roof without the two edges in front, and the uprights but the one in front.
    private static IEnumerable<((double X, double Y, double Z) From, (double X, double Y, double Z) To)> Behind(double x, double y)
    {
        foreach (var z in new[] { -0.5, 0.5 })
        {
            yield return ((-x, -y, z), (x, -y, z));
            yield return ((-x, -y, z), (-x, y, z));
        }
        foreach (var (cx, cy) in new[] { (-x, -y), (x, -y), (-x, y) }) yield return ((cx, cy, -0.5), (cx, cy, 0.5));
    }

    private static void Edge(List<Shape> shapes, Cube cube, (double X, double Y, double Z) from, (double X, double Y, double Z) to, Ink ink)
    {
        var (start, end) = (cube.Corner(from.X, from.Y, from.Z), cube.Corner(to.X, to.Y, to.Z));
        shapes.Add(new Line(start.X, start.Y, end.X, end.Y, ink));
    }

    private static void Upright(List<Shape> shapes, Cube cube, (double X, double Y) at)
    {
        Edge(shapes, cube, (at.X, at.Y, -0.5), (at.X, at.Y, 0.5), Ink.Axis);
        Numbers(shapes, cube.Z, t => cube.Corner(at.X, at.Y, t), (x, y, text) => new Label(x - 6, y + 4, text, Ink.MutedText, TextSize, Anchor.End), x => x - 8);
    }

    private static void Floor(List<Shape> shapes, Cube cube, Domain domain, Func<double, (double X, double Y)> edge, bool isLeft, double width)
    {
        (double X, double Y, double) At(double t) => cube.Corner(edge(t).X, edge(t).Y, -0.5);
        Edge(shapes, cube, (edge(-0.5).X, edge(-0.5).Y, -0.5), (edge(0.5).X, edge(0.5).Y, -0.5), Ink.Axis);
        Numbers(shapes, domain, At, (x, y, text) => new Label(isLeft ? x - 4 : x + 4, y + 14, text, Ink.MutedText, TextSize, isLeft ? Anchor.End : Anchor.Start), x => isLeft ? x - 6 : width - x - 6);
    }

    private static void Numbers(List<Shape> shapes, Domain domain, Func<double, (double X, double Y, double)> at, Func<double, double, string, Label> label, Func<double, double> room)
    {
        var ticks = Ticks.Between(domain.From, domain.To, 4);
        var texts = TickText.Of(ticks);
        var scale = new LinearScale(domain.From, domain.To, -0.5, 0.5);
        for (var i = 0; i < ticks.Length; i++)
        {
            var (x, y, _) = at(scale[ticks[i]]);
            var placed = label(x, y, FittedText.Shorten(texts[i], room(x), TextSize));
            // Where an axis points at the reader its numbers run together: the first come, the rest stay away.
            if (!shapes.Any(shape => shape is Label && shape.Bounds.Overlaps(placed.Bounds))) shapes.Add(placed);
        }
    }
}
