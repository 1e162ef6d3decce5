namespace Charts;

/// <summary>
/// A chart is a value: what to show, and nothing of how. Titles and names may be any text; numbers must be finite.
/// </summary>
public abstract record Chart(string Title, string Description)
{
    private protected const double Narrowest = 240;
    private protected const double Lowest = 120;

    /// <summary>
    /// Draws on a sheet of that many units, at least 240 by 120. Charts of rows take the width and need the height their rows need.
    /// </summary>
    public abstract Picture Draw(double width, double height);

    /// <summary>The same figures as a table, for those who cannot or will not read the picture.</summary>
    public abstract ChartTable Table();

    private protected Picture Sheet(double width, double height, List<Shape> shapes, string more = "") =>
        new(width, height, PlainText.Clean(Title), (PlainText.Clean(Description) + " " + more).Trim(), shapes);

    private protected Picture Empty(double width, double height, string reason) =>
        Sheet(width, height, [new Label(width / 2, height / 2, FittedText.Shorten(reason, width - 16, 13), Ink.MutedText, 13, Anchor.Middle)], reason);
}
