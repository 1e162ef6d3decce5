namespace Charts;

/// <summary>How large each group is: a bar per group with its count and share at the end. The height follows from the rows.</summary>
public sealed record SizeBars(string Title, string Description, IReadOnlyList<SizeBar> Bars) : Chart(Title, Description)
{
    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Bars.Count == 0) return Empty(width, Rows.NoRows, "There are no groups to draw.");
        var all = Bars.Select(bar => new RowName(bar.Slot, bar.Name)).ToList();
        var texts = Bars.Max(bar => TextWidth.Of(Printed(bar, width), RowName.Size, bold: true));
        var names = RowName.Width(all, Math.Max(60, Math.Min(width * 0.45, width - texts - 60)));
        var rows = Rows.Of(Bars.Count, 4, height - 8, RowName.Height(all, names));
        var scale = new LinearScale(0, Math.Max(1, Bars.Max(bar => bar.Count)), names + 16, width - texts - 14);
        var shapes = new List<Shape>();
        for (var i = 0; i < Bars.Count; i++) Row(shapes, Bars[i], all[i], rows.Middle(i), names, scale, width);
        return Sheet(width, rows.Stop + 4, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Count", "Share"],
        [.. Bars.Select(bar => (IReadOnlyList<string>)[Slot.Number(bar.Slot), bar.Name, NumberText.Of(bar.Count), NumberText.Percent(bar.Share)])]);

    private static void Row(List<Shape> shapes, SizeBar bar, RowName name, double middle, double names, LinearScale scale, double width)
    {
        name.Draw(shapes, 6, middle, names);
        var end = Math.Max(scale[bar.Count], scale.Start + 1);
        shapes.Add(new Bar(scale.Start, middle - 9, end - scale.Start, 18, Slot.Ink(bar.Slot), 2) { Says = $"{bar.Name} · {bar.Text}" });
        shapes.Add(new Label(end + 6, middle + 4, Printed(bar, width), Ink.Text, RowName.Size, Bold: true));
    }

    private static string Printed(SizeBar bar, double width) => FittedText.Shorten(bar.Text, width * 0.55, RowName.Size, bold: true);
}
