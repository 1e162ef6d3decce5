namespace Charts.Tests;

/// <summary>Charts of what was found in data: how good the groups are and what they are like, each ordinary, empty and at its ends.</summary>
internal static class Found
{
    private static readonly string[] Names = Gallery.Names;
    private static readonly ProfileAxis[] Axes =
        [new("Age (years)", 38.85, 13.9), new("Annual income (k$)", 60.56, 26.2), new("Spending score", 50.2, 25.8), new("Visits per year", 12, 4), new("Share of online orders", 0.31, 0.2)];

    internal static IReadOnlyDictionary<string, Chart> Charts { get; } = new Dictionary<string, Chart>
    {
        ["scatter-hulls"] = new Scatter("Who is where", "", "Visits per year", "Spending (€)",
            [.. Names.Select((name, slot) => Gallery.Cloud(name, slot, 12, 10 + 12 * slot, 900 - 220 * slot)), Gallery.Cloud("No segment", Slot.Noise, 4, 30, 200)])
        { Hulls = true },
        ["silhouettes"] = new SilhouettePlot("How well they fit", "", [.. Names.Select((name, slot) => Fits(name, slot, 20 + 30 * slot))]),
        ["silhouettes-many"] = new SilhouettePlot("How well they fit", "", [Fits("Crowd", 0, 90_000), Fits("Some", 1, 9_000), Fits("Handful", 2, 5)]),
        ["silhouettes-one-member"] = new SilhouettePlot("How well they fit", "", [new("Alone", 0, [0]), new("Two", 1, [0.9, 0.8]), new("Nobody", 2, [])]),
        ["silhouettes-empty"] = new SilhouettePlot("How well they fit", "", []),
        ["profile"] = new ParallelProfile("What they are like", "", Axes, Lines(5), "average customer"),
        ["profile-one-feature"] = new ParallelProfile("What they are like", "", Axes[..1], Lines(1)),
        ["profile-extremes"] = new ParallelProfile("What they are like", "", [new("Revenue", 1e15, 1e14), new("Ratio", 1e-9, 0), new("Age", 38, 12)], [new("Regulars", 0, [12, 0, -0.1])]),
        ["profile-empty"] = new ParallelProfile("What they are like", "", [], []),
        ["radar"] = new RadarProfile("What they are like", "", Axes, Lines(5)),
        ["radar-triangle"] = new RadarProfile("What they are like", "", Axes[..3], Lines(3)),
        ["radar-two-features"] = new RadarProfile("What they are like", "", Axes[..2], Lines(2)),
        ["space"] = new Scatter3D("In space", "", "Age (years)", "Annual income (k$)", "Spending score", [.. Names.Select((name, slot) => Ball(name, slot, 20, 14 * slot))]),
        ["space-turned"] = new Scatter3D("In space", "", "Age (years)", "Annual income (k$)", "Spending score", [.. Names.Select((name, slot) => Ball(name, slot, 20, 14 * slot))], 200),
        ["space-dense"] = new Scatter3D("In space", "", "Age (years)", "Annual income (k$)", "Spending score", [Ball("Crowd", 0, 2500, 20), Ball("Handful", 1, 5, 40)], 60),
        ["space-one-point"] = new Scatter3D("In space", "", "x", "y", "z", [new("Only", 0, [5], [5], [5])]),
        ["space-empty"] = new Scatter3D("In space", "", "x", "y", "z", []),
        ["mix"] = new CategoryMix("Where they live", "", ["Athens", "Thessaloniki", "Patras", "other"],
            [.. Names.Select((name, slot) => new MixRow(name, slot, [40 + slot, 90 - 25 * slot, 3, 12])), new("Everyone", Slot.Rest, [100, 200, 12, 50])]),
        ["mix-nobody"] = new CategoryMix("Where they live", "", ["Athens"], [new("Regulars", 0, [3]), new("Nobody", 1, [0])]),
        ["mix-empty"] = new CategoryMix("Where they live", "", [], []),
        ["confusion"] = new ConfusionMap("Who was taken for whom", "", [.. Names.Select((name, slot) => new Group(name, slot))], [[112, 3, 0, 9], [0, 67, 1, 0], [4, 40, 1203, 0], [0, 0, 0, 0]]),
        ["confusion-many"] = new ConfusionMap("Who was taken for whom", "", [.. Enumerable.Range(0, 15).Select(slot => new Group($"Group number {slot + 1}", slot))],
            [.. Enumerable.Range(0, 15).Select(i => (int[])[.. Enumerable.Range(0, 15).Select(j => i == j ? 100 * i : (i * j) % 7 == 1 ? i + j : 0)])]),
        ["confusion-empty"] = new ConfusionMap("Who was taken for whom", "", [], []),
    };

    internal static SpaceSeries Ball(string name, int slot, int count, double at)
    {
        var (plane, height) = (Gallery.Cloud(name, slot, count, at, at, 4), Gallery.Cloud(name, slot, count + 1, at, at, 4));
        return new(name, slot, plane.X, plane.Y, height.Y[1..]);
    }

    private static SilhouetteGroup Fits(string name, int slot, int count) =>
        new(name, slot, [.. Enumerable.Range(0, count).Select(i => 0.75 - 0.05 * slot - 0.9 * Math.Pow(i / (double)count, 3))]);

    private static ProfileLine[] Lines(int features) =>
        [.. Names.Select((name, slot) => new ProfileLine(name, slot, [.. Enumerable.Range(0, features).Select(i => (i * 7 + slot * 5) % 11 / 4.0 - 1.3)]))];
}
