using Charts;
using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>The charts of a run by name, each with what it shows.</summary>
public sealed partial class RunCharts(RunPoints points, RunMaps maps, CompareRuns comparisons)
{
    public static readonly string[] Names =
        ["scatter", "sizes", "heatmap", "histogram", "elbow", "silhouette", "pca", "tsne", "boxplot", "radar", "profile", "scatter3d", "mix", "movement", "pairs", "correlation", "kdistance", "apart"];

    private const string Gone = "The customers of this run have changed since: it can no longer be drawn. Run it again.";

    public async Task<Drawing> DrawAsync(string name, Run run, ChartChoice? choice = null)
    {
        choice ??= new();
        try
        {
            return name switch
            {
                "scatter" => await PointsAsync(run, choice),
                "sizes" => new(Sizes(run), RunReading.OfSizes(run)),
                "heatmap" => HeatmapOf(run),
                "histogram" => await SpreadAsync(run, choice),
                "elbow" => ElbowOf(run) is { } elbow ? new(elbow, RunReading.OfElbow(run)) : new(null, "This run did not try several numbers of segments."),
                "silhouette" => await SilhouettesAsync(run),
                "pca" => await PlaneAsync(run),
                "tsne" => await MapAsync(run),
                "boxplot" => await BoxesAsync(run, choice),
                "radar" => Radar(run),
                "profile" => Parallel(run, choice),
                "scatter3d" => await SpaceAsync(run, choice),
                "mix" => Mix(run, choice),
                "pairs" => await PairsAsync(run),
                "correlation" => await CorrelationsAsync(run),
                "apart" => new(Apart(SegmentOf(run, choice.Segment) ?? InOrder(run)[0]), "Longer bars set them further apart from the average customer."),
                "kdistance" => await DistancesAsync(run),
                "movement" => await comparisons.WithAsync(run, choice.With) is { } comparison ? new(comparison.Movement(), comparison.OfMovement())
                    : new(null, "A movement needs another completed run of the same data set (?with=ID)."),
                _ => throw new NoSuchChoice($"There is no chart \"{name}\" of this run. There are: {string.Join(", ", Names)}."),
            };
        }
        catch (NoSuchChoice none)
        {
            return new(null, none.Message);
        }
    }

    public static int SlotOf(Segment segment) => segment.IsNoise ? Charts.Slot.Noise : segment.Slot;

    /// <summary>All numbers that a run describes its segments by, those that formed them first.</summary>
    public static IReadOnlyList<FeatureProfile> FeaturesOf(Run run) => [.. run.Segments[0].ReadProfile().Features.OrderByDescending(f => f.Clustered)];

    /// <summary>
    /// The same with the two in front that tell segments apart best: most of their variance is between segments, where nobody counts for more than two
    /// standard deviations. What pictures show unasked.
    /// </summary>
    public static IReadOnlyList<FeatureProfile> Telling(Run run)
    {
        var all = FeaturesOf(run);
        var between = run.Segments.Where(s => !s.IsNoise).SelectMany(s => s.ReadProfile().Features.Select(f => (f.Name, Variance: s.Size * Math.Pow(Math.Clamp(Finite(f.Deviation), -2, 2), 2))))
            .GroupBy(f => f.Name, f => f.Variance).ToDictionary(f => f.Key, f => f.Sum());
        var best = all.Where(f => f.Clustered).OrderByDescending(f => between.GetValueOrDefault(f.Name)).Take(2).ToHashSet();
        return [.. all.OrderByDescending(best.Contains)];
    }

    /// <summary>The segments in their order, customers without one last.</summary>
    public static IReadOnlyList<Segment> InOrder(Run run) => [.. run.Segments.OrderBy(s => s.IsNoise).ThenBy(s => s.Index)];

    private static FeatureProfile Feature(IReadOnlyList<FeatureProfile> features, string? name, params ReadOnlySpan<FeatureProfile> taken)
    {
        if (!string.IsNullOrEmpty(name))
        {
            return features.FirstOrDefault(f => f.Name == name)
                ?? throw new NoSuchChoice($"This run has no feature \"{Figure.Short(name)}\". It has: {string.Join(", ", features.Select(f => f.Name))}.");
        }
        foreach (var feature in features)
        {
            if (!taken.Contains(feature))
            {
                return feature;
            }
        }
        return features[0];
    }

    private static Segment? SegmentOf(Run run, int? index) => index is null ? null
        : run.Segments.Find(s => s.Index == index) ?? throw new NoSuchChoice($"This run has no segment {index}. It has: {string.Join(", ", InOrder(run).Select(s => s.Index))}.");

    /// <summary>The values of each segment, a feature after the other, without the customers who lack one.</summary>
    private static Dictionary<int, double[][]> BySegment(int[] segments, double[][] values)
    {
        var lists = new Dictionary<int, List<double>[]>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (!lists.TryGetValue(segments[i], out var lines))
            {
                lists[segments[i]] = lines = [.. values.Select(_ => new List<double>())];
            }
            if (!Array.Exists(values, column => double.IsNaN(column[i])))
            {
                for (var j = 0; j < values.Length; j++)
                {
                    lines[j].Add(values[j][i]);
                }
            }
        }
        return lists.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, list => list.ToArray()));
    }
}
