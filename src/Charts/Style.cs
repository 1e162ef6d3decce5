namespace Charts;

internal enum StyleKind { Fill, Stroke, Mark, Ring, Text }

/// <summary>What neighbouring shapes share, so that it is written once for all of them.</summary>
internal readonly record struct Style(StyleKind Kind, Ink Ink, double Size = 0, Anchor Anchor = Anchor.Start, bool Marked = false)
{
    internal static Style Of(Shape shape) => shape switch
    {
        Line line => new(StyleKind.Stroke, line.Ink, line.Thickness, Marked: line.Dashed),
        Polygon { Pale: true } area => new(StyleKind.Fill, area.Ink, area.Opacity, Marked: true),
        Disc { Pale: true } disc => new(StyleKind.Fill, disc.Ink, 0.35, Marked: true),
        Polyline line => new(StyleKind.Stroke, line.Ink, line.Thickness),
        Mark { Marker: Marker.Ring } ring => new(StyleKind.Ring, ring.Ink),
        Mark { Rim: true } mark => new(StyleKind.Mark, mark.Ink),
        Label label => new(StyleKind.Text, label.Ink, label.Size, label.Anchor, label.Bold),
        _ => new(StyleKind.Fill, shape.Ink),
    };
}
