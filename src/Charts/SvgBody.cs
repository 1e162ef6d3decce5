using System.Text;

namespace Charts;

/// <summary>The shapes of one picture; neighbours of one style share a group that carries it.</summary>
internal sealed class SvgBody
{
    private readonly StringBuilder svg = new(16 * 1024);
    private Style? current;

    internal void Add(Shape shape)
    {
        var style = Style.Of(shape);
        if (style != current) Open(style);
        Write(shape);
        svg.Append('\n');
    }

    internal string Close()
    {
        if (current is not null) svg.Append("</g>\n");
        return svg.ToString();
    }

    private void Open(Style style)
    {
        if (current is not null) svg.Append("</g>\n");
        current = style;
        svg.Append("<g class=\"").Append(ClassOf(style.Kind)).Append(' ').Append(Palette.ClassName(style.Ink)).Append('"');
        var colour = Palette.Colour(style.Ink);
        if (style.Kind is StyleKind.Stroke or StyleKind.Ring) svg.Append(" fill=\"none\" stroke=\"").Append(colour).Append('"');
        else svg.Append(" fill=\"").Append(colour).Append('"');
        Details(style);
        svg.Append(">\n");
    }

    private static string ClassOf(StyleKind kind) => kind switch
    {
        StyleKind.Stroke or StyleKind.Ring => "stroke",
        StyleKind.Mark => "fill mark",
        _ => "fill",
    };

    private void Details(Style style)
    {
        if (style.Kind == StyleKind.Stroke) Pair("stroke-width", style.Size);
        if (style.Kind == StyleKind.Stroke && style.Marked) svg.Append(" stroke-dasharray=\"4 3\"");
        if (style is { Kind: StyleKind.Fill, Marked: true }) Pair("fill-opacity", style.Size);
        if (style.Kind == StyleKind.Ring) svg.Append(" stroke-width=\"1.5\"");
        if (style.Kind == StyleKind.Mark) svg.Append(" stroke=\"#ffffff\" stroke-width=\"0.75\"");
        if (style.Kind != StyleKind.Text) return;
        Pair("font-size", style.Size);
        if (style.Marked) svg.Append(" font-weight=\"bold\"");
        if (style.Anchor != Anchor.Start) svg.Append(style.Anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
    }

    private void Write(Shape shape)
    {
        switch (shape)
        {
            case Line line: Write(line); break;
            case Polyline line: Write("polyline", line.Points, line.Says); break;
            case Polygon polygon: Write("polygon", polygon.Points, polygon.Says); break;
            case Disc disc: Circle(disc.X, disc.Y, disc.Radius, disc.Says); break;
            case Bar bar: Write(bar); break;
            case Mark mark: Write(mark); break;
            case Label label: Write(label); break;
            default: throw new ArgumentException($"There is no SVG for a {shape.GetType().Name}.", nameof(shape));
        }
    }

    private void Write(Line line)
    {
        svg.Append("<line");
        Pair("x1", line.X1);
        Pair("y1", line.Y1);
        Pair("x2", line.X2);
        Pair("y2", line.Y2);
        End("line", line.Says);
    }

    private void Write(string element, IReadOnlyList<(double X, double Y)> points, string? says)
    {
        svg.Append('<').Append(element).Append(" points=\"");
        for (var i = 0; i < points.Count; i++) Point(i == 0 ? "" : " ", points[i].X, points[i].Y);
        svg.Append('"');
        End(element, says);
    }

    private void Write(Bar bar)
    {
        svg.Append("<rect");
        Pair("x", bar.X);
        Pair("y", bar.Y);
        Pair("width", bar.Width);
        Pair("height", bar.Height);
        if (bar.Radius > 0) Pair("rx", bar.Radius);
        End("rect", bar.Says);
    }

    private void Write(Mark mark)
    {
        var corners = MarkerPath.Of(mark.Marker);
        if (corners.Length == 0)
        {
            Circle(mark.X, mark.Y, mark.Radius, mark.Says);
            return;
        }
        svg.Append("<path d=\"");
        for (var i = 0; i < corners.Length; i += 2)
            Point(i == 0 ? "M" : "L", mark.X + mark.Radius * corners[i], mark.Y + mark.Radius * corners[i + 1]);
        svg.Append("Z\"");
        End("path", mark.Says);
    }

    private void Write(Label label)
    {
        svg.Append("<text");
        Pair("x", label.X);
        Pair("y", label.Y);
        svg.Append('>');
        Title(label.Full ?? label.Says);
        SvgText.Encode(svg, label.Text).Append("</text>");
    }

    private void Circle(double x, double y, double radius, string? says)
    {
        svg.Append("<circle");
        Pair("cx", x);
        Pair("cy", y);
        Pair("r", radius);
        End("circle", says);
    }

    // Browsers show the title of what is pointed at; readers of the page, who get the table, are not told each mark.
    private void End(string element, string? says)
    {
        if (says is null)
        {
            svg.Append("/>");
            return;
        }
        svg.Append('>');
        Title(says);
        svg.Append("</").Append(element).Append('>');
    }

    private void Title(string? text)
    {
        if (text is not null) SvgText.Encode(svg.Append("<title>"), text).Append("</title>");
    }

    private void Point(string before, double x, double y)
    {
        SvgText.Append(svg.Append(before), x).Append(' ');
        SvgText.Append(svg, y);
    }

    private void Pair(string name, double value) => SvgText.Append(svg.Append(' ').Append(name).Append("=\""), value).Append('"');
}
