namespace Charts;

/// <summary>
/// How many have which value: a bar per value, the most frequent first, with its count and share. The values past Most, and
/// Unnamed further ones that have OtherCount between them, make one pale bar "other". The height follows from the rows.
/// </summary>
public sealed record CategoryBars(
    string Title, string Description, string Name, IReadOnlyList<CategoryBar> Bars, int Most = 12, int Unnamed = 0, long OtherCount = 0)
    : Chart(Title, Description)
{
    private long Total => Math.Max(1, Bars.Sum(bar => bar.Count) + OtherCount);

    // One value left over is named rather than called "1 more".
    private int Named => Bars.Count == Most + 1 && Unnamed == 0 ? Most + 1 : Math.Min(Most, Bars.Count);

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Bars.Count == 0) return Empty(width, Rows.NoRows, "There are no values to draw.");
        var shown = Shown();
        var names = shown.Select(bar => new RowName(null, bar.Name)).ToList();
        var texts = shown.Max(bar => TextWidth.Of(Printed(bar, width), RowName.Size, bold: true));
        var room = RowName.Width(names, Math.Max(60, Math.Min(width * 0.45, width - texts - 60)));
        var rows = Rows.Of(shown.Count, 4, height - 8, RowName.Height(names, room));
        var scale = new LinearScale(0, Math.Max(1, shown.Max(bar => bar.Count)), room + 16, width - texts - 14);
        var shapes = new List<Shape>();
        for (var i = 0; i < shown.Count; i++)
        {
            names[i].Draw(shapes, 6, rows.Middle(i), room);
            Bar(shapes, shown[i], rows.Middle(i), scale, width, i < Named ? Ink.Accent : Ink.Rest);
        }
        return Sheet(width, Math.Max(Lowest / 2, rows.Stop + 4), shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        [PlainText.Clean(Name), "Count", "Share"],
        [.. Shown().Select(bar => (IReadOnlyList<string>)[bar.Name, NumberText.Of(bar.Count), Share(bar)])]);

    private List<CategoryBar> Shown()
    {
        var left = Bars.Count - Named + Unnamed;
        var shown = Bars.Take(Named).ToList();
        if (left > 0) shown.Add(new($"other ({NumberText.Of((long)left)} more)", Bars.Skip(Named).Sum(bar => bar.Count) + OtherCount));
        return shown;
    }

    private void Bar(List<Shape> shapes, CategoryBar bar, double middle, LinearScale scale, double width, Ink ink)
    {
        var end = Math.Max(scale[bar.Count], scale.Start + 1);
        shapes.Add(new Bar(scale.Start, middle - 9, end - scale.Start, 18, ink, 2) { Says = $"{bar.Name} · {NumberText.Of(bar.Count)} · {Share(bar)}" });
        shapes.Add(new Label(end + 6, middle + 4, Printed(bar, width), Ink.Text, RowName.Size, Bold: true));
    }

    private string Printed(CategoryBar bar, double width) =>
        FittedText.Shorten($"{NumberText.Of(bar.Count)} · {Share(bar)}", width * 0.55, RowName.Size, bold: true);

    private string Share(CategoryBar bar) => NumberText.Percent((double)bar.Count / Total);
}
