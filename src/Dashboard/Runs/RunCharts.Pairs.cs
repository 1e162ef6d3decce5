using Charts;
using Dashboard.Data;
using Dashboard.Explore;
using Segmentation;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>The features of a run against each other, and how near its customers are to one another.</summary>
public sealed partial class RunCharts
{
    private const int MostPairs = 5;
    private const int PointsDrawn = 300;

    private async Task<Drawing> PairsAsync(Run run)
    {
        var all = FeaturesOf(run).Where(f => f.Clustered).ToList();
        var features = all.Take(MostPairs).ToList();
        if (features.Count < 2)
        {
            return new(null, $"This run compares customers by {features[0].Label} alone: there is nothing to set it against.");
        }
        var (segments, values) = await points.ValuesAsync(run, [.. features.Select(f => f.Name)]);
        var groups = InOrder(run);
        var place = groups.Index().ToDictionary(g => g.Item.Index, g => g.Index);
        return new(PairPlot.Of("Features in pairs", "Each mark is a customer; colour and shape tell the segment.", [.. groups.Select(g => new Group(g.Name, SlotOf(g)))],
            [.. features.Select(f => f.Label)], values, Array.ConvertAll(segments, s => place[s])), "Look for pairs in which the colours stand apart: these features tell the segments." + (all.Count > MostPairs ? $" The first {MostPairs} of {all.Count} features." : ""));
    }

    private async Task<Drawing> CorrelationsAsync(Run run)
    {
        var features = FeaturesOf(run);
        var (_, values) = await points.ValuesAsync(run, [.. features.Select(f => f.Name)]);
        double? Of(int i, int j) => j < i && Correlations.Of(values[i], values[j]) is var r && double.IsFinite(r) ? Math.Clamp(r, -1, 1) : null;
        return features.Count < 2 ? new(null, "It takes two numbers to move together.")
            : new(new CorrelationMap("What moves together", "Pearson's correlation of every two numbers: 1 is together, −1 against each other, 0 is no straight line.",
                [.. features.Select(f => f.Label)], [.. features.Select((_, i) => (IReadOnlyList<double?>)[.. features.Select((_, j) => Of(i, j))])]), "Two features that move together count the same thing twice.");
    }

    private async Task<Drawing> DistancesAsync(Run run)
    {
        if (await points.PreparedAsync(run) is not { } prepared)
        {
            return new(null, Gone);
        }
        var (settings, model) = (RunSettings.FromJson(run.Settings), RunModel.FromJson(run.Model!));
        var curve = KDistance.Curve(prepared.Data, settings.MinPoints, settings.Seed, FindClusters.Threads);
        var shown = Matrix.Spread(curve.Length, PointsDrawn);
        double Rank(int i) => Math.Round((i + 1.0) * prepared.Data.Rows / curve.Length);
        double? marked = model.Epsilon is { } epsilon ? Rank(shown.MinBy(i => Math.Abs(curve[i] - epsilon))) : null;
        return curve.Length < 2 ? new(null, "It takes two customers to be near each other.")
            : new(new LineChart("Distance to the nearest customers", $"For each customer the distance within which there are {settings.MinPoints}, themselves counted; the loneliest first.",
                "Customers, the loneliest first", "Distance", [.. shown.Select(Rank)], [.. shown.Select(i => curve[i])],
                marked, marked is null ? "" : $"epsilon {NumberText.Of(model.Epsilon!.Value)}"), "Where the line bends, customers stop being lonely: a good epsilon for DBSCAN.");
    }
}
