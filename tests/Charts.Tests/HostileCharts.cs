namespace Charts.Tests;

/// <summary>Each kind of chart with every hostile name wherever a name may stand, and with numbers at the ends of the line.</summary>
internal static class HostileCharts
{
    private static readonly string[] Names = Hostile.Names;
    private static readonly string Long = string.Join(' ', Names)[..2000];

    internal static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>
    {
        ["hostile scatter"] = new Scatter(Long, Long, Long, Long, [.. Names.Select((name, slot) => Gallery.Cloud(name, slot, 5, slot, slot))]),
        ["hostile size bars"] = new SizeBars(Long, Long, [.. Names.Select((name, slot) => new SizeBar(name, slot, 123_456_789_012, 0.001))]),
        ["hostile bar texts"] = new SizeBars(Long, Long, [.. Names.Select((name, slot) => new SizeBar(name, slot, slot, 0.001, name))]),
        ["hostile heatmap"] = new Heatmap(Long, Long, Names[..9], [.. Names.Select((name, slot) => new HeatmapRow(name, slot, [.. Names[^9..].Select(text => new HeatmapCell(text, slot - 1e6))]))]),
        ["hostile histogram"] = new Histogram(Long, Long, Long, Bins.Of([1, 2], [1, 2, 3, 1e9]), Long, 55, Long),
        ["hostile diverging bars"] = new DivergingBars(Long, Long, [.. Names.Select((name, i) => new DivergingBar(name, i - 3, name))], Long),
        ["hostile line chart"] = new LineChart(Long, Long, Long, Long, [1, 2, 3], [1e300, -1e300, 0], 3, Long),
        ["hostile category bars"] = new CategoryBars(Long, Long, Long, [.. Names.Select((name, i) => new CategoryBar(name, long.MaxValue / 100 / (i + 1)))], 9),
        ["hostile box plots"] = new BoxPlots(Long, Long, Long, Long, [.. Names.Select((name, slot) => Explored.Box(name, slot, -1e300, slot, slot + 1, slot + 2, 1e300))], true),
        ["hostile pair plot"] = PairPlot.Of(Long, Long, [.. Names.Select((name, slot) => new Group(name, slot))], Names[..5], [.. Names[..5].Select((_, i) => Names.Select((_, j) => (double)(i * j)).ToArray())], [.. Names.Select((_, i) => i)]),
        ["hostile correlation map"] = new CorrelationMap(Long, Long, Names, [.. Names.Select((_, i) => (IReadOnlyList<double?>)[.. Names.Select((_, j) => (double?)(i == j ? 1 : -1.0 / (i + j)))])]),
        ["hostile missing map"] = new MissingMap(Long, Long, Long, [.. Names.Select((name, i) => new MissingColumn(name, i, [0, 0.5, 1]))], 30_000_000_000),
        ["hostile columns"] = new ColumnChart(Long, Long, Long, Long, Names, [.. Names.Select((_, i) => (i - 9) * 1e307)]),
        ["pairs at both ends"] = PairPlot.Of("", "", [new("", 0)], ["x", "y"], [[-1e300, 0, 1e300], [-1e-300, 0, 1e-300]], [0, 0, 0]),
        ["hostile spans"] = new LineChart(Long, Long, Long, Long, [1, 2, 3], [1e300, -1e300, 0], 3, Long, [(-1e300, 1e300), (-1.5e300, 0), (0, 0)]),
        ["hostile alluvial"] = new Alluvial(Long, Long,
            [new(Long, [.. Names.Select((name, slot) => new AlluvialGroup(name, slot, 1, []))]), new(Long, [.. Names.Select((name, slot) => new AlluvialGroup(name, slot, 1, [.. Names.Select((_, from) => from == slot ? 1L : 0L)]))])]),
        ["twenty stages"] = new Alluvial("", "", [.. Enumerable.Range(0, 20).Select(s => new AlluvialStage($"{s + 1}", [.. Enumerable.Range(0, 50).Select(slot => new AlluvialGroup(Long, slot, slot * 1_000_000_000L, [.. Enumerable.Repeat(20_000_000L * slot, s == 0 ? 0 : 50)]))]))]),
        ["hostile silhouettes"] = new SilhouettePlot(Long, Long, [.. Names.Select((name, slot) => new SilhouetteGroup(name, slot, [1, 0.5, -1]))]),
        ["hostile profile"] = new ParallelProfile(Long, Long, [.. Names.Select((name, i) => new ProfileAxis(name, i * 1e306, 1e306))], [.. Names.Select((name, slot) => new ProfileLine(name, slot, [.. Names.Select((_, i) => slot - i)]))], Long),
        ["hostile radar"] = new RadarProfile(Long, Long, [.. Names[..8].Select((name, i) => new ProfileAxis(name, i * 1e306, 1e306))], [.. Names.Select((name, slot) => new ProfileLine(name, slot, [.. Names[..8].Select((_, i) => slot - i)]))]),
        ["hostile space"] = new Scatter3D(Long, Long, Long, Long, Long, [.. Names.Select((name, slot) => Found.Ball(name, slot, 5, slot))]),
        ["space from the front"] = new Scatter3D("", "", "x", "y", "z", [new("", 0, [double.MinValue, 0, double.MaxValue], [1, 1, 1], [1e-9, 2e-9, 1e15])], 0),
        ["hostile evaluation"] = new EvaluationPlot(Long, Long, Long, Long, Long, [.. Names.Select((name, slot) => new EvaluationBubble(name, slot, slot % 11, 10 - slot % 3, slot == 0 ? 1e300 : slot))]),
        ["hostile mix"] = new CategoryMix(Long, Long, Names[..5], [.. Names.Select((name, slot) => new MixRow(name, slot, [slot, 1, long.MaxValue / 100, 0, 3]))]),
        ["hostile confusion"] = new ConfusionMap(Long, Long, [.. Names.Select((name, slot) => new Group(name, slot))], [.. Names.Select((_, i) => (int[])[.. Names.Select((_, j) => i == j ? int.MaxValue : i * j)])]),
        ["whole range of doubles"] = new Scatter("", "", "x", "y", [new("", 0, [double.MinValue, 0, double.MaxValue], [-double.Epsilon, 0, double.Epsilon])]),
        ["neighbours at 1e15"] = new Scatter("", "", "x", "y", [new("", 0, [1e15, 1e15 + 1, 1e15 + 2], [0.1 + 0.2, 0.3, 0.3])]),
        ["only losses"] = new DivergingBars("", "", [new("Age", -3, "−3 %"), new("Income", -40, "−40 %")]),
        ["no differences"] = new DivergingBars("", "", [new("Age", 0, "0 %")]),
        ["nobody"] = new SizeBars("", "", [new("Empty", 0, 0, 0)]),
        ["one bin"] = new Histogram("", "", "x", Bins.Of([], [0.5]), "", 0),
        ["thousand points of light"] = new Scatter("", "", "x", "y", [Gallery.Cloud("All", 3, 3000, 0, 0), Gallery.Cloud("Rest", Slot.Rest, 3000, 0, 0)]),
    };
}
