namespace Charts.Benchmarks;

/// <summary>Each kind of chart of made-up customers in five segments. What a page works out before it draws is counted: bins, densities, hulls.</summary>
internal static class Works
{
    private const int Segments = 5;
    private static readonly string[] Names = ["Regulars", "Big spenders", "Bargain hunters", "Newcomers", "Lapsed"];
    private static readonly string[] Columns = ["Age", "Income", "Spending"];

    internal static IEnumerable<(string Name, Func<string> Draw)> Of(int customers)
    {
        double[][] values = [.. Columns.Select((_, i) => Bells(customers, i))];
        int[] groups = [.. Enumerable.Range(0, customers).Select(i => i % Segments)];
        double[] Part(int column, int segment) => [.. values[column].Where((_, i) => groups[i] == segment)];
        double[][][] parts = [.. Enumerable.Range(0, Segments).Select(s => Enumerable.Range(0, Columns.Length).Select(c => Part(c, s)).ToArray())];
        double[] fits = [.. Bells(customers, 9).Select(v => Math.Clamp(v / 100, -1, 1)).OrderDescending()];
        var works = new Dictionary<string, Func<Chart>>
        {
            ["scatter"] = () => new Scatter("", "", "Age", "Income", Series(parts)),
            ["scatter, hulls"] = () => new Scatter("", "", "Age", "Income", Series(parts)) { Hulls = true },
            ["scatter, 3-D"] = () => new Scatter3D("", "", "Age", "Income", "Spending", [.. parts.Select((p, s) => new SpaceSeries(Names[s], s, p[0], p[1], p[2]))]),
            ["pair plot"] = () => PairPlot.Of("", "", [.. Names.Select((name, s) => new Group(name, s))], Columns, values, groups),
            ["histogram"] = () => new Histogram("", "", "Age", Bins.Of(parts[0][0], values[0]), Names[0], 0),
            ["box plots"] = () => Boxes(parts, violins: false),
            ["violins"] = () => Boxes(parts, violins: true),
            ["silhouettes"] = () => new SilhouettePlot("", "", [.. Names.Select((name, s) => new SilhouetteGroup(name, s, fits[(s * customers / Segments)..((s + 1) * customers / Segments)]))]),
            ["heatmap"] = () => new Heatmap("", "", Columns, [.. Names.Select((name, s) => new HeatmapRow(name, s, [.. Columns.Select((_, c) => new HeatmapCell($"{s + c}", (s - c) / 2.0))]))]),
            ["sizes"] = () => new SizeBars("", "", [.. Names.Select((name, s) => new SizeBar(name, s, customers / Segments, 0.2))]),
            ["elbow"] = () => new LineChart("", "", "Segments", "Sum of squares", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [980, 610, 340, 180, 150, 133, 121, 115, 110, 106], 4, "4 segments"),
        };
        return works.Select(work => (work.Key, (Func<string>)(() => Svg.Write(work.Value().Draw(560, 400), "b"))));
    }

    private static PointSeries[] Series(double[][][] parts) => [.. parts.Select((p, s) => new PointSeries(Names[s], s, p[0], p[1], (p[0][0], p[1][0])))];

    private static BoxPlots Boxes(double[][][] parts, bool violins) => new("", "", "Age", "Segment", [.. parts.Select((p, s) =>
    {
        double[] sorted = [.. p[0].Order()];
        return BoxPlot.Of(Names[s], s, sorted, sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[sorted.Length * 3 / 4])!;
    })], violins);

    private static double[] Bells(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(50 + 12 * (i % Segments - 2) + 20 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5), 2))];
    }
}
