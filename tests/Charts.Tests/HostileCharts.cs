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
        ["whole range of doubles"] = new Scatter("", "", "x", "y", [new("", 0, [double.MinValue, 0, double.MaxValue], [-double.Epsilon, 0, double.Epsilon])]),
        ["neighbours at 1e15"] = new Scatter("", "", "x", "y", [new("", 0, [1e15, 1e15 + 1, 1e15 + 2], [0.1 + 0.2, 0.3, 0.3])]),
        ["only losses"] = new DivergingBars("", "", [new("Age", -3, "−3 %"), new("Income", -40, "−40 %")]),
        ["no differences"] = new DivergingBars("", "", [new("Age", 0, "0 %")]),
        ["nobody"] = new SizeBars("", "", [new("Empty", 0, 0, 0)]),
        ["one bin"] = new Histogram("", "", "x", Bins.Of([], [0.5]), "", 0),
        ["thousand points of light"] = new Scatter("", "", "x", "y", [Gallery.Cloud("All", 3, 3000, 0, 0), Gallery.Cloud("Rest", Slot.Rest, 3000, 0, 0)]),
    };
}
