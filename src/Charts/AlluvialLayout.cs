namespace Charts;

/// <summary>Where the bars and ribbons of an alluvial chart stand; bars are listed as the groups are, whatever their order on the sheet.</summary>
internal sealed record AlluvialLayout(Box Area, double Pitch, double Unit, Box[][] Bars)
{
    internal const double BarWidth = 10;
    private const double WidestGap = 8;

    internal static AlluvialLayout Of(IReadOnlyList<AlluvialStage> stages, Box area)
    {
        var most = stages.Max(stage => stage.Groups.Count);
        var gap = most < 2 ? 0 : Math.Min(WidestGap, area.Height * 0.3 / (most - 1));
        var unit = (area.Height - gap * (most - 1)) / stages.Max(stage => stage.Groups.Sum(group => group.Size));
        var pitch = (area.Width - BarWidth) / (stages.Count - 1);
        var bars = new Box[stages.Count][];
        for (var s = 0; s < stages.Count; s++)
            bars[s] = Stack(stages[s], Order(stages[s], s == 0 ? [] : bars[s - 1]), area, area.X + s * pitch, unit, gap);
        return new(area, pitch, unit, bars);
    }

    /// <summary>From the top, each group as high as the middle of those it came from: fewer ribbons cross.</summary>
    private static int[] Order(AlluvialStage stage, Box[] before) => [.. Enumerable.Range(0, stage.Groups.Count).OrderBy(i => Height(stage.Groups[i], before))];

    private static double Height(AlluvialGroup group, Box[] before) =>
        before.Length == 0 ? 0 : before.Select((bar, j) => (bar.Y + bar.Height / 2) * group.From[j]).Sum() / Math.Max(1, group.From.Sum());

    private static Box[] Stack(AlluvialStage stage, int[] order, Box area, double x, double unit, double gap)
    {
        var bars = new Box[stage.Groups.Count];
        var top = area.Y + (area.Height - unit * stage.Groups.Sum(group => group.Size) - gap * (bars.Length - 1)) / 2;
        foreach (var i in order)
        {
            bars[i] = new(x, top, BarWidth, unit * stage.Groups[i].Size);
            top += bars[i].Height + gap;
        }
        return bars;
    }

    /// <summary>Those that end at a stage; they leave and arrive in the order of the bars, so that none crosses within a bar.</summary>
    internal IEnumerable<Ribbon> Ribbons(IReadOnlyList<AlluvialStage> stages, int stage)
    {
        var (before, after) = (Bars[stage - 1], Bars[stage]);
        var left = before.Select(bar => bar.Y).ToArray();
        foreach (var to in Enumerable.Range(0, after.Length).OrderBy(i => after[i].Y))
        {
            var right = after[to].Y;
            foreach (var from in Enumerable.Range(0, before.Length).OrderBy(j => before[j].Y))
            {
                var thickness = Unit * stages[stage].Groups[to].From[from];
                if (thickness > 0) yield return new(from, to, before[from].Right, left[from], after[to].X, right, thickness);
                (left[from], right) = (left[from] + thickness, right + thickness);
            }
        }
    }
}
