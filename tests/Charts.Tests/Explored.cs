namespace Charts.Tests;

/// <summary>Charts for looking around in data, each ordinary, empty, of one value, and with 1e15 beside 1e-9.</summary>
internal static class Explored
{
    private static readonly string[] Numbers = ["Age (years)", "Income (k€)", "Spending", "Visits per year"];
    private static readonly double[] Far = [1e-9, 3e-9, 1, 1e15];

    internal static IReadOnlyDictionary<string, Chart> Charts { get; } = new Dictionary<string, Chart>
    {
        ["histogram-lines"] = new Histogram("Age", "", "Age (years)", Bins.Of([], Bell(400, 38, 9))) { Mean = 38.4, Median = 36 },
        ["histogram-spotlight"] = new Histogram("Age", "", "Age (years)", Bins.Of([], Bell(400, 38, 9))) { Spotlight = ("this customer: 47", 47) },
        ["histogram-one-value"] = new Histogram("Age", "", "Age (years)", Bins.Of([], [36])) { Mean = 36, Median = 36 },
        ["histogram-extremes"] = new Histogram("Ratio", "", "Ratio", Bins.Of([], Far)) { Mean = 2.5e14, Median = 0.5 },
        ["category-bars"] = new CategoryBars("Cities", "", "City", Cities(14), Most: 8, Unnamed: 31, OtherCount: 44),
        ["category-bars-one-value"] = new CategoryBars("Cities", "", "City", [new("Athens", 12)]),
        ["category-bars-empty"] = new CategoryBars("Cities", "", "City", []),
        ["category-bars-extremes"] = new CategoryBars("Cities", "", "City", [new("Athens", 1_000_000_000_000_000), new("A hamlet", 1)]),
        ["box-plots"] = Boxes(violin: false),
        ["violins"] = Boxes(violin: true),
        ["box-plots-one-value"] = new BoxPlots("Spending by gender", "", "Spending (€)", "Gender", [Box("Female", 0, 36)], true),
        ["box-plots-empty"] = new BoxPlots("Spending by gender", "", "Spending (€)", "Gender", []),
        ["box-plots-extremes"] = new BoxPlots("Ratio by gender", "", "Ratio", "Gender", [Box("Female", 0, Far), Box("Male", 1, 1e-9, 2e-9)], true),
        ["pair-plot"] = Pairs(60, 3),
        ["pair-plot-five"] = Pairs(200, 5),
        ["pair-plot-dense"] = Pairs(3000, 3),
        ["pair-plot-one-value"] = PairPlot.Of("Pairs", "", [new("", 0)], Numbers[..2], [[36], [40]], [0]),
        ["pair-plot-empty"] = PairPlot.Of("Pairs", "", [], Numbers[..2], [[], []], []),
        ["pair-plot-extremes"] = PairPlot.Of("Pairs", "", [new("", 0)], Numbers[..2], [Far, [5, 5, double.NaN, 5]], [0, 0, 0, 0]),
        ["correlation-map"] = Correlations(4),
        ["correlation-map-large"] = Correlations(14),
        ["correlation-map-one-number"] = new CorrelationMap("What moves together", "", ["Age"], [[1]]),
        ["missing-map"] = new MissingMap("What is missing", "", "Row of the file", [Gap("Age", 40, 30), Gap("Income (k€)", 3, 7), Gap("Date of the first order", 1000, 1)], 1000),
        ["missing-map-empty"] = new MissingMap("What is missing", "", "Row of the file", [], 1000),
        ["missing-map-one-value"] = new MissingMap("What is missing", "", "Row of the file", [new("Age", 1, [1])], 1),
        ["columns"] = new ColumnChart("Revenue by month", "", "Month", "Revenue (€)", [.. Enumerable.Range(0, 25).Select(i => $"{2010 + (i + 11) / 12}-{(i + 11) % 12 + 1:00}")], [.. Enumerable.Range(0, 25).Select(i => 400_000 + 12_345.6 * (i * 7 % 23))]),
        ["columns-losses"] = new ColumnChart("Revenue by month", "", "Month", "Revenue (€)", ["2010-12", "2011-01", "2011-02"], [1200, -400, 0]),
        ["columns-one-value"] = new ColumnChart("Revenue by month", "", "Month", "Revenue (€)", ["2010-12"], [1200]),
        ["columns-empty"] = new ColumnChart("Revenue by month", "", "Month", "Revenue (€)", [], []),
        ["columns-extremes"] = new ColumnChart("Revenue by month", "", "Month", "Revenue (€)", ["2010-12", "2011-01"], [1e15, 1e-9]),
    };

    /// <summary>Quartiles as half-way marks between neighbours, which is enough for a drawing.</summary>
    internal static BoxPlot Box(string name, int slot, params double[] values)
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => sorted[(int)(share * (sorted.Length - 1))] / 2 + sorted[(int)Math.Ceiling(share * (sorted.Length - 1))] / 2;
        return BoxPlot.Of(name, slot, sorted, At(0.25), At(0.5), At(0.75))!;
    }

    internal static double[] Bell(int count, double middle, double spread, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Round(middle + spread * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2, 1))];
    }

    private static CategoryBar[] Cities(int count) => [.. Enumerable.Range(1, count).Select(i => new CategoryBar(i == 3 ? "A city with a name that goes on and on" : $"City {i}", 2000 / i))];

    private static BoxPlots Boxes(bool violin) => new("Spending by city", "", "Spending (€)", "City",
        [Box("Athens", 0, [.. Bell(90, 50, 20), 140, 141, 148, -30]), Box("A city with a name that goes on and on", 1, Bell(40, 70, 9, 2)), Box("Patras", 2, 20, 90, 90, 95)], violin);

    private static PairPlot Pairs(int count, int numbers) => PairPlot.Of(
        "Numbers in pairs", "", [new("Female", 0), new("Male", 1)], [.. Numbers.Append("Fifth").Take(numbers)],
        [.. Enumerable.Range(0, numbers).Select(i => Bell(count, 40 + 300 * i, 10 + 90 * i, i + 1))], [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? 1 : 0)]);

    private static CorrelationMap Correlations(int count) => new(
        "What moves together", "", [.. Enumerable.Range(0, count).Select(i => i < 4 ? Numbers[i] : $"Number {i}")],
        [.. Enumerable.Range(0, count).Select(row => (IReadOnlyList<double?>)[.. Enumerable.Range(0, count).Select(column => column == 2 && row == 3 ? null : (double?)Math.Round(Math.Cos((row - column) * 5), 3))])]);

    private static MissingColumn Gap(string name, long missing, int every) =>
        new(name, missing, [.. Enumerable.Range(0, 100).Select(i => i % every == 0 ? Math.Min(1, missing * every / 1000.0) : 0)]);
}
