namespace Charts;

/// <summary>
/// How the groups of one stage go over into those of the next: a column per stage, and ribbons as thick as the numbers that
/// move, in the colour of where they come from. With two stages the groups' names stand at the sides, with more their numbers
/// beside the bars, where there is room. NoteTitle heads the notes of the groups in the table; without it they are left out.
/// </summary>
public sealed record Alluvial(string Title, string Description, IReadOnlyList<AlluvialStage> Stages, string NoteTitle = "") : Chart(Title, Description)
{
    private const double Size = 12;
    private const double LineHeight = 15;
    private const double NarrowestName = 24;

    /// <summary>The stages, from left to right.</summary>
    public IReadOnlyList<AlluvialStage> Stages { get; } = Stages.Skip(1).Zip(Stages).All(pair => pair.First.Groups.All(group => group.From.Count == pair.Second.Groups.Count)) ? Stages
        : throw new ArgumentException("Every group needs a number for each group of the stage before.", nameof(Stages));

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        if (Stages.Count < 2 || Stages.Any(stage => stage.Groups.Sum(group => group.Size) == 0)) return Empty(width, height, "There is nothing to follow.");
        var layout = AlluvialLayout.Of(Stages, new(Side(width), 26, width - Side(width) - RightSide(width), height - 34));
        var shapes = new List<Shape>();
        for (var s = 1; s < Stages.Count; s++) shapes.AddRange(Ribbons(layout, s));
        foreach (var (group, bar) in layout.Bars.Zip(Stages).SelectMany(stage => stage.Second.Groups.Zip(stage.First)))
            if (group.Size > 0) shapes.Add(new Bar(bar.X, bar.Y, bar.Width, bar.Height, Slot.Ink(group.Slot)) { Says = $"{Named(group)} · {NumberText.Of(group.Size)}" });
        for (var s = 0; s < Stages.Count; s++) Names(shapes, layout, s, width);
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => new(
        ["From", "Group", "To", "Group", "Count", "Share of the first", .. NoteTitle.Length > 0 ? (string[])[PlainText.Clean(NoteTitle)] : []],
        [.. from s in Enumerable.Range(1, Math.Max(0, Stages.Count - 1))
            from origin in Stages[s - 1].Groups.Index()
            from target in Stages[s].Groups
            let count = target.From[origin.Index]
            where count > 0
            select (IReadOnlyList<string>)[Stages[s - 1].Name, Named(origin.Item), Stages[s].Name, Named(target), NumberText.Of(count),
                NumberText.Percent(count / (double)Math.Max(1, origin.Item.Size)), .. NoteTitle.Length > 0 ? (string[])[target.Note] : []]]);

    private bool IsPair => Stages.Count == 2;

    private double Side(double width) => IsPair ? width * 0.31 : 6;

    private double RightSide(double width) => IsPair ? width * 0.31 : 24;

    private static string Named(AlluvialGroup group) => $"{Slot.Number(group.Slot)} {group.Name}".Trim();

    private IEnumerable<Shape> Ribbons(AlluvialLayout layout, int stage) =>
        from ribbon in layout.Ribbons(Stages, stage)
        let origin = Stages[stage - 1].Groups[ribbon.From]
        let target = Stages[stage].Groups[ribbon.To]
        select new Polygon(ribbon.Outline(), Slot.Ink(origin.Slot), Pale: true)
        {
            Says = $"{Named(origin)} → {Named(target)} · {NumberText.Of(target.From[ribbon.From])} of {NumberText.Of(origin.Size)}",
        };

    private void Names(List<Shape> shapes, AlluvialLayout layout, int s, double width)
    {
        var bars = layout.Bars[s];
        var isLast = s == Stages.Count - 1;
        var (anchor, x) = !IsPair ? (Anchor.Middle, bars[0].X + bars[0].Width / 2) : isLast ? (Anchor.End, width - 6) : (Anchor.Start, 6.0);
        var every = (int)Math.Ceiling(NarrowestName / layout.Pitch);
        if (s % every == 0) shapes.Add(Text(x, 16, Stages[s].Name, IsPair ? width / 2 - 14 : layout.Pitch * every - 4, Ink.MutedText, anchor));
        if (!IsPair && layout.Pitch < AlluvialLayout.BarWidth + 20) return;
        var free = 26.0;
        foreach (var i in Enumerable.Range(0, bars.Length).Where(i => bars[i].Height > 0).OrderBy(i => bars[i].Y))
        {
            var name = NameOf(Stages[s].Groups[i], bars[i], width);
            var half = Math.Max(1, name.Lines.Count) * LineHeight / 2;
            var middle = Math.Max(bars[i].Y + bars[i].Height / 2, free + half);
            // What does not fit stands in the table; a name away from its bar would mislead.
            if (middle > bars[i].Bottom + LineHeight) continue;
            free = middle + half;
            if (free > layout.Area.Bottom + 6) continue;
            for (var line = 0; line < name.Lines.Count; line++)
                shapes.Add(Name(Stages[s].Groups[i], name, line, bars[i], middle - half + LineHeight * (line + 0.5) + 4, IsPair && !isLast));
        }
    }

    /// <summary>As many lines as the bar is high.</summary>
    private WrappedText NameOf(AlluvialGroup group, Box bar, double width) => IsPair
        ? FittedText.Wrap(Named(group), Side(width) - 12, Size, Math.Clamp((int)(bar.Height / LineHeight), 1, 3))
        : new([Slot.Number(group.Slot)], false);

    private Label Name(AlluvialGroup group, WrappedText name, int line, Box bar, double baseline, bool isBefore) => IsPair
        ? new(isBefore ? bar.X - 6 : bar.Right + 6, baseline, name.Lines[line], Ink.Text, Size, isBefore ? Anchor.End : Anchor.Start, Full: name.Cut ? Named(group) : null)
        : new Label(bar.Right + 3, baseline, name.Lines[line], Ink.Text, 11, Bold: true);

    private static Label Text(double x, double y, string text, double width, Ink ink, Anchor anchor)
    {
        var shown = FittedText.Shorten(text, width, Size);
        return new(x, y, shown, ink, Size, anchor, Full: shown == text ? null : text);
    }
}
