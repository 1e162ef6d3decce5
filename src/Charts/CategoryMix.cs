namespace Charts;

/// <summary>
/// Of what each group is made: a bar of 100 % per group, cut by the shares of the values, with the figures inside where they
/// fit, and in the first bar the values' names, so that it can be read without colours. At most <see cref="MostValues"/> values; the last may
/// stand for all others. The height follows from the rows. Counts from 1 to below LeastTold are left out of bars and shares, and the table says
/// so: people could be recognised by them. So are those that a row hides.
/// </summary>
public sealed record CategoryMix(string Title, string Description, IReadOnlyList<string> Values, IReadOnlyList<MixRow> Rows) : Chart(Title, Description)
{
    /// <summary>As many shades as can be told apart.</summary>
    public const int MostValues = 5;

    private const double Size = 12;

    /// <summary>The least count above 0 that is told.</summary>
    public int LeastTold { get; init; }

    // Neighbours differ in colour and in lightness.
    private static readonly Ink[] Shades = [Ink.Above(4), Ink.Below(2), Ink.Above(2), Ink.Below(4), Ink.Backdrop];

    /// <summary>The values, made safe to draw.</summary>
    public IReadOnlyList<string> Values { get; } = Values.Count <= MostValues ? [.. Values.Select(PlainText.Clean)]
        : throw new ArgumentException($"There are at most {MostValues} values.", nameof(Values));

    /// <summary>A row per group.</summary>
    public IReadOnlyList<MixRow> Rows { get; } = Rows.All(row => row.Counts.Count == Values.Count) ? Rows
        : throw new ArgumentException("Every row needs a count per value.", nameof(Rows));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        width = Math.Max(Narrowest, width);
        if (Rows.Count == 0 || Values.Count == 0) return Empty(width, Charts.Rows.NoRows, "There are no values to draw.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, [.. Values.Select((name, i) => LegendItem.OfShade(Shades[i], name))], new(6, 4, width - 12, 120)) + 8;
        var names = Rows.Select(row => new RowName(row.Slot, row.Name)).ToList();
        var room = RowName.Width(names, width * 0.35);
        var rows = Charts.Rows.Of(Rows.Count, top, height - top - 26, RowName.Height(names, room));
        var scale = new LinearScale(0, 1, room + 16, width - 24);
        for (var i = 0; i < Rows.Count; i++)
        {
            names[i].Draw(shapes, 6, rows.Middle(i), room);
            Cut(shapes, Rows[i], rows.Middle(i), scale, named: i == 0);
        }
        foreach (var end in new[] { 0, 0.5, 1 })
            shapes.Add(new Label(scale[end], rows.Stop + 14, $"{end * 100} %", Ink.MutedText, 11, Anchor.Middle));
        return Sheet(width, rows.Stop + 22, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["No.", "Group", "Known", .. Values],
        [.. Rows.Select(row => (IReadOnlyList<string>)[Slot.Number(row.Slot), row.Name, NumberText.Of(Total(row)), .. row.Counts.Select((count, i) =>
            count > 0 && count < LeastTold ? $"fewer than {LeastTold}" : IsHidden(row, i) ? "not told" : $"{Share(row, count)} ({NumberText.Of(count)})")])]);

    private void Cut(List<Shape> shapes, MixRow row, double middle, LinearScale scale, bool named)
    {
        var total = Total(row);
        if (total == 0) shapes.Add(new Label(scale[0], middle + 4, FittedText.Shorten("no values", scale[1] - scale[0], Size), Ink.MutedText, Size));
        var before = 0L;
        for (var i = 0; i < row.Counts.Count; before += Told(row, i++))
        {
            if (Told(row, i) == 0) continue;
            var (from, to) = (scale[(double)before / total], scale[(double)(before + row.Counts[i]) / total]);
            var share = Share(row, row.Counts[i]);
            shapes.Add(new Bar(from, middle - 11, Math.Max(0.5, to - from - 1), 22, Shades[i], 2) { Says = Says(row, i) });
            string[] texts = named ? [$"{Values[i]} {share}", share] : [share];
            if (Array.Find(texts, text => TextWidth.Of(text, Size, bold: true) + 6 <= to - from) is { } fitting)
                shapes.Add(new Label((from + to - 1) / 2, middle + 4, fitting, Ink.Text, Size, Anchor.Middle, Bold: true) { Says = Says(row, i) });
        }
    }

    private string Says(MixRow row, int value) => $"{row.Name} · {Values[value]} {Share(row, row.Counts[value])} ({NumberText.Of(row.Counts[value])})";

    private static bool IsHidden(MixRow row, int value) => row.Hidden.Count > 0 && row.Hidden[value];

    private long Told(MixRow row, int value) => row.Counts[value] < LeastTold || IsHidden(row, value) ? 0 : row.Counts[value];

    private long Total(MixRow row) => Enumerable.Range(0, row.Counts.Count).Sum(i => Told(row, i));

    private string Share(MixRow row, long count) => Total(row) == 0 ? "–" : NumberText.Percent((double)count / Total(row));
}
