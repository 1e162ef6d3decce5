namespace Charts;

/// <summary>
/// One line of text; Y is its baseline and Size the height of an em. Full is the whole text where Text was shortened.
/// </summary>
public sealed record Label(
    double X, double Y, string Text, Ink Ink, double Size = 12, Anchor Anchor = Anchor.Start, bool Bold = false, string? Full = null) : Shape(Ink)
{
    /// <inheritdoc/>
    public override Box Bounds
    {
        get
        {
            var width = TextWidth.Of(Text, Size, Bold);
            var left = Anchor switch { Anchor.Middle => X - width / 2, Anchor.End => X - width, _ => X };
            return new(left, Y - 0.75 * Size, width, 0.97 * Size);
        }
    }
}
