namespace Charts;

/// <summary>
/// Draws the axes around the data: the vertical title lies flat above its axis, where it can be read without turning the head.
/// </summary>
internal static class Axes
{
    private const double Size = 11;
    private const double TitleSize = 12;

    internal static Frame Draw(List<Shape> shapes, Box outer, Axis x, Axis y)
    {
        var top = outer.Y + (y.Title.Length > 0 ? 24 : 8);
        var bottom = outer.Bottom - 22 - (x.Title.Length > 0 ? 20 : 0);
        var ticks = y.Ticks(Math.Clamp((int)((bottom - top) / 45), 2, 8));
        var texts = y.Texts(ticks);
        var left = outer.X + Math.Min(texts.Max(text => TextWidth.Of(text, Size)), outer.Width / 2) + 8;
        var area = new Box(left, top, outer.Right - 8 - left, bottom - top);
        var frame = new Frame(area, new(x.Domain.From, x.Domain.To, area.X, area.Right), new(y.Domain.From, y.Domain.To, area.Bottom, area.Y));
        Rows(shapes, frame, ticks, texts);
        Columns(shapes, outer, frame, x);
        if (y.Title.Length > 0) shapes.Add(Title(outer.X, outer.Y + 11, y.Title, outer.Width, Anchor.Start));
        Under(shapes, outer, area, x.Title);
        return frame;
    }

    /// <summary>The horizontal axis alone, under rows that the area is divided into; what is drawn needs 42 units below it.</summary>
    internal static LinearScale Under(List<Shape> shapes, Box outer, Box area, Axis x)
    {
        var frame = new Frame(area, new(x.Domain.From, x.Domain.To, area.X, area.Right), default);
        foreach (var tick in x.Ticks(Wanted(area)))
            shapes.Add(new Line(frame.X[tick], area.Y, frame.X[tick], area.Bottom, Ink.Grid));
        Columns(shapes, outer, frame, x);
        Under(shapes, outer, area, x.Title);
        return frame.X;
    }

    private static void Rows(List<Shape> shapes, Frame frame, double[] ticks, IReadOnlyList<string> texts)
    {
        var area = frame.Area;
        foreach (var tick in ticks)
            shapes.Add(new Line(area.X, frame.Y[tick], area.Right, frame.Y[tick], Ink.Grid));
        for (var i = 0; i < ticks.Length; i++)
            shapes.Add(new Label(area.X - 8, frame.Y[ticks[i]] + 4, FittedText.Shorten(texts[i], area.X, Size), Ink.MutedText, Size, Anchor.End));
    }

    internal static void Columns(List<Shape> shapes, Box outer, Frame frame, Axis x)
    {
        var area = frame.Area;
        var ticks = x.Ticks(Wanted(area));
        var texts = x.Texts(ticks);
        var labels = ticks.Select((tick, i) => Inside(outer, frame.X[tick], area.Bottom + 17, texts[i])).ToList();
        var every = Spacing(labels);
        shapes.Add(new Line(area.X, area.Bottom, area.Right, area.Bottom, Ink.Axis));
        for (var i = 0; i < ticks.Length; i += every)
            shapes.Add(new Line(frame.X[ticks[i]], area.Bottom, frame.X[ticks[i]], area.Bottom + 4, Ink.Axis));
        for (var i = 0; i < labels.Count; i += every) shapes.Add(labels[i]);
    }

    internal static void Under(List<Shape> shapes, Box outer, Box area, string title)
    {
        if (title.Length > 0) shapes.Add(Title(area.X + area.Width / 2, outer.Bottom - 5, title, area.Width, Anchor.Middle));
    }

    private static int Wanted(Box area) => Math.Clamp((int)(area.Width / 65), 2, 12);

    private static Label Inside(Box outer, double x, double y, string text)
    {
        var half = TextWidth.Of(text, Size) / 2;
        return new(Math.Clamp(x, outer.X + half, Math.Max(outer.X + half, outer.Right - half)), y, text, Ink.MutedText, Size, Anchor.Middle);
    }

    // The smallest n for which every n-th label stands free of the next.
    private static int Spacing(List<Label> labels)
    {
        for (var every = 1; every < labels.Count; every++)
        {
            var free = true;
            for (var i = every; i < labels.Count; i += every)
                free &= labels[i - every].Bounds.Right + 6 <= labels[i].Bounds.X;
            if (free) return every;
        }
        return Math.Max(1, labels.Count);
    }

    private static Label Title(double x, double y, string text, double width, Anchor anchor)
    {
        var shown = FittedText.Shorten(text, width, TitleSize);
        return new(x, y, shown, Ink.Text, TitleSize, anchor, Full: shown == text ? null : text);
    }
}
