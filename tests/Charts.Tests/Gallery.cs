namespace Charts.Tests;

/// <summary>A small made-up shop, drawn in every way; the snapshots are these charts.</summary>
internal static class Gallery
{
    internal static readonly string[] Names = ["Regulars", "Big spenders, few visits", "Bargain hunters", "Newcomers"];

    internal static IReadOnlyDictionary<string, Chart> Charts { get; } = new Dictionary<string, Chart>
    {
        ["scatter"] = new Scatter("Who is where", "Visits and spending of 48 customers.", "Visits per year", "Spending (€)",
            [.. Names.Select((name, slot) => Cloud(name, slot, 12, 10 + 12 * slot, 900 - 220 * slot)), Cloud("No segment", Slot.Noise, 4, 30, 200)]),
        ["scatter-focus"] = new Scatter("Where they sit", "One segment before the others.", "Visits per year", "Spending (€)",
            [Cloud("Regulars", 0, 12, 10, 900), Cloud("Everyone else", Slot.Rest, 30, 30, 400)], new Spotlight("This customer", 22, 650)),
        ["scatter-dense"] = new Scatter("Who is where", "A crowd and a handful.", "Visits per year", "Spending (€)",
            [Cloud("Crowd", 0, 2500, 30, 400, 6), Cloud("Handful", 1, 5, 34, 500, 2)]),
        ["scatter-one-point"] = new Scatter("One", "", "x", "y", [new("Only", 0, [5], [5])]),
        ["scatter-extremes"] = new Scatter("Extremes", "", "Revenue", "Ratio", [new("A", 0, [1e15, 2e15, 9e15], [1e-9, 3e-9, 2e-9])]),
        ["scatter-thirty-groups"] = new Scatter("Thirty", "", "x", "y", [.. Enumerable.Range(0, 30).Select(slot => Cloud($"Group {slot + 1}", slot, 4, slot % 6 * 30, slot / 6 * 300))]),
        ["scatter-empty"] = new Scatter("Nothing yet", "", "x", "y", []),
        ["size-bars"] = new SizeBars("How large", "", [new("Regulars", 0, 812, 0.58), new("Big spenders, few visits", 1, 402, 0.287), new("Bargain hunters", 2, 181, 0.129), new("No segment", Slot.Noise, 6, 0.004)]),
        ["size-bars-hostile"] = new SizeBars("</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", [.. Hostile.Names.Select((name, slot) => new SizeBar(name, slot, 10 + slot, 0.1))]),
        ["size-bars-empty"] = new SizeBars("How large", "", []),
        ["heatmap"] = new Heatmap("How they differ", "Means and distance from the average.", ["Age", "Visits per year", "Spending (€)"],
            [.. Names.Select((name, slot) => new HeatmapRow(name, slot, [new("34", -0.2 + slot * 0.7), new("1,204", 2.4 - slot), new("0.5", -2.6 + 1.1 * slot)]))]),
        ["heatmap-wide"] = new Heatmap("Many features", "", [.. Enumerable.Range(1, 14).Select(i => $"Feature number {i}")],
            [.. Names.Select((name, slot) => new HeatmapRow(name, slot, [.. Enumerable.Range(0, 14).Select(i => new HeatmapCell((i * 11).ToString(), (i + slot) % 9 / 2.0 - 2))]))]),
        ["histogram"] = new Histogram("Age", "Age of the regulars beside everyone.", "Age (years)", Bins.Of(Ages(30, 40), Ages(18, 75)), "Regulars", 0),
        ["histogram-counts"] = new Histogram("Orders", "", "Orders", Bins.Of([], [1, 1, 1, 2, 2, 3, 5, 5, 5, 5, 8])),
        ["histogram-empty"] = new Histogram("Age", "", "Age", []),
        ["diverging-bars"] = new DivergingBars("What sets them apart", "", [new("Age", -16, "−16 %"), new("Visits per year", 43, "+43 %"), new("Spending (€)", 64, "+64 %"), new("Distance", 0, "0 %")], "average customer"),
        ["line-chart"] = new LineChart("Elbow", "The error falls with each further segment.", "Segments", "Sum of squares", [1, 2, 3, 4, 5, 6, 7, 8], [980, 610, 340, 180, 150, 133, 121, 115], 4, "4 segments: the bend"),
        ["line-chart-spans"] = new LineChart("Gap", "", "Segments", "Gap", [1, 2, 3, 4], [0.31, 0.12, 0.34, 0.42], 3, "3 segments", [(0.28, 0.34), (0.1, 0.14), (0.29, 0.39), (0.36, 0.48)]),
        ["line-chart-many"] = new LineChart("Distances", "", "Customers", "Distance", [.. Enumerable.Range(1, 200).Select(i => (double)i)], [.. Enumerable.Range(1, 200).Select(i => 5.0 / i)], 12, "0.42"),
        ["line-chart-level"] = new LineChart("Level", "", "Segments", "Silhouette", [2, 3, 4], [0.5, 0.5, 0.5]),
        ["alluvial"] = new Alluvial("How segments split", "Each column is a number of segments.",
        [
            new("1", [new("Everyone", 0, 200, [])]),
            new("2", [new("Segment 1", 0, 120, [120]), new("Segment 2", 1, 80, [80])]),
            new("3", [new("Segment 1", 0, 90, [80, 10], "0.5"), new("Segment 2", 1, 70, [0, 70], "1"), new("Segment 3", 2, 40, [40, 0], "1")]),
        ], "Holds together"),
        ["alluvial-pair"] = new Alluvial("Who moved", "From last year's segments to this year's.",
        [
            new("Last year", [.. Names.Select((name, slot) => new AlluvialGroup(name, slot, 40, [])), new("No segment", Slot.Noise, 6, [])]),
            new("This year, with a name that goes on", [new("Regulars", 0, 60, [35, 20, 0, 5, 0]), new("Newcomers", 3, 66, [5, 20, 0, 35, 6]), new("Bargain hunters", 2, 40, [0, 0, 40, 0, 0])]),
        ]),
        ["evaluation"] = new EvaluationPlot("Which to go for", "Attractive to the right, strong at the top.", "How attractive", "How strong we are there", "Customers",
            [new(Names[0], 0, 8.2, 6.5, 812), new(Names[1], 1, 9, 3.1, 402), new(Names[2], 2, 3, 7.5, 181), new(Names[3], 3, 0, 0, 12)]),
        ["evaluation-all-alike"] = new EvaluationPlot("Which to go for", "", "How attractive", "How strong we are there", "Customers",
            [.. Enumerable.Range(0, 9).Select(slot => new EvaluationBubble($"Group {slot + 1}", slot, 5, 5, 0))]),
        ["evaluation-empty"] = new EvaluationPlot("Which to go for", "", "x", "y", "Customers", []),
        ["alluvial-empty"] = new Alluvial("Nothing yet", "", []),
    }.Concat(Explored.Charts).Concat(Found.Charts).ToDictionary();

    internal static PointSeries Cloud(string name, int slot, int count, double x, double y, double spread = 6)
    {
        var random = new Random(slot + count);
        var xs = new double[count];
        var ys = new double[count];
        for (var i = 0; i < count; i++) (xs[i], ys[i]) = (x + spread * Bell(random), y + 20 * spread * Bell(random));
        return new(name, slot, xs, ys, slot < 0 ? null : (x, y));
    }

    private static double Bell(Random random) => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;

    private static double[] Ages(int from, int to) => [.. Enumerable.Range(from, to - from).SelectMany(age => Enumerable.Repeat((double)age, 1 + age % 4))];
}
