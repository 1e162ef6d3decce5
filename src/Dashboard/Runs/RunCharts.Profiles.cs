using Charts;
using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>What segments are like, from their profiles alone.</summary>
public sealed partial class RunCharts
{
    private const int MostFeatures = 8;
    private const string NoSegments = "No customer has a segment in this run, so there is nothing to compare.";

    public static Chart Sizes(Run run) => new SizeBars("Size of the segments", "How many customers each segment has, and their share of all that were used.",
        [.. InOrder(run).Select(s => new SizeBar(s.Name, SlotOf(s), s.Size, s.Share, $"{s.Size:N0} · {Figure.Share(s.Share)}"))]);

    public static Chart Heatmap(Run run)
    {
        var columns = Compared(run);
        var rows = Profiles(run).Select(s => new HeatmapRow(s.Segment.Name, SlotOf(s.Segment), [.. columns.Select(c => Cell(s.Profile.Features.Single(f => f.Name == c.Name)))]));
        return new Heatmap("How the segments differ", "The mean of each feature in each segment, and how many standard deviations that is from the average customer. Blue is above, orange below.",
            [.. columns.Select(c => c.Label)], [.. rows]);
    }

    /// <summary>What sets a segment apart from everyone else, strongest first.</summary>
    public static Chart Apart(Segment segment)
    {
        var features = segment.ReadProfile().Features.Where(f => double.IsFinite(f.Deviation) && f.Count > 0).OrderByDescending(f => Math.Abs(f.Effect)).Take(6);
        return new DivergingBars("What sets them apart", "How far the segment's mean is from the average customer, in standard deviations, with the mean itself.",
            [.. features.Select(f => new DivergingBar(f.Label, f.Deviation, Figure.WithUnit(f.Mean, f.Unit)))], "average customer");
    }

    /// <summary>A line each for some segments of a run, through the features in which they are furthest from each other.</summary>
    public static Chart Beside(IReadOnlyList<Segment> segments)
    {
        var profiles = segments.Select(s => (Segment: s, Profile: s.ReadProfile())).ToList();
        double Apart(FeatureProfile f) => profiles.Select(p => Finite(p.Profile.Features.Single(other => other.Name == f.Name).Deviation)).ToList() is var d ? d.Max() - d.Min() : 0;
        List<FeatureProfile> features = [.. profiles[0].Profile.Features.OrderByDescending(Apart).Take(MostFeatures)];
        return new ParallelProfile("The segments side by side", "A line per segment through its means; further right is more, further left is less than the average customer.", Axes(features), Lines(profiles, features), "average customer");
    }

    private static Drawing HeatmapOf(Run run) => HasSegments(run) ? new(Heatmap(run), $"{RunReading.OfDifferences(run)} Blue is above the average customer, orange below.{LeftOut(run)}") : new(null, NoSegments);

    private static Drawing Parallel(Run run, ChartChoice choice) => !HasSegments(run) ? new(null, NoSegments)
        : choice.Segments is { Length: > 1 } chosen && SegmentComparison.Of([.. chosen.Distinct().Select(index => SegmentOf(run, index)!)]) is var comparison ? new(comparison.Beside(), comparison.Sentence)
        : new(new ParallelProfile("What the segments are like", "A line per segment through its means; further right is more, further left is less than the average customer.",
            Axes(FeaturesOf(run)), Lines(Profiles(run), FeaturesOf(run)), "average customer"), RunReading.OfDifferences(run));

    private static Drawing Radar(Run run) => !HasSegments(run) ? new(null, NoSegments)
        : Compared(run) is not { Count: > 2 } features ? new(null, "A radar needs three features, and this run has fewer. The parallel profile shows them.")
        : new(new RadarProfile("What the segments are like", "A line per segment through its means; further out is more than the average customer.", Axes(features), Lines(Profiles(run), features)),
            RunReading.OfDifferences(run) + LeftOut(run));

    private static Drawing Mix(Run run, ChartChoice choice)
    {
        var categories = run.Segments[0].ReadProfile().Categories.Where(c => c.Shares.Count > 0).ToList();
        if (categories.Count == 0)
        {
            return new(null, "This data set has no categories, such as a gender or a city.");
        }
        var category = choice.Feature is not { Length: > 0 } name ? categories[0] : categories.Find(c => c.Name == name)
            ?? throw new NoSuchChoice($"This run has no category \"{Figure.Short(name)}\". It has: {string.Join(", ", categories.Select(c => c.Name))}.");
        return new(CategoryMixOf(run, category), RunReading.OfMix(run, category.Name));
    }

    private static CategoryMix CategoryMixOf(Run run, CategoryProfile category)
    {
        var named = category.Shares.Count <= CategoryMix.MostValues ? category.Shares.Count : CategoryMix.MostValues - 1;
        var hasOthers = category.Shares.Count > named;
        var cells = SmallCells.Of(run);
        MixRow Row(Segment segment)
        {
            var shares = segment.ReadProfile().Categories.Single(c => c.Name == category.Name).Shares;
            var counts = shares.Take(named).Select(s => (long)s.Count);
            return new(segment.Name, SlotOf(segment), [.. counts, .. hasOthers ? (long[])[Known(shares) - counts.Sum()] : []])
            {
                Hidden = [.. shares.Take(named).Select(s => cells.Hides(segment.Index, category.Name, s.Value)), .. hasOthers ? (bool[])[false] : []],
            };
        }
        List<MixRow> rows = [.. InOrder(run).Select(Row)];
        rows.Add(new("Everyone", Charts.Slot.Rest, [.. rows[0].Counts.Select((_, i) => rows.Sum(row => row.Counts[i]))]));
        var left = cells.AnyIn(category.Name) ? $" Where they are fewer than {SmallCells.Few}, they are left out, and so are those from which they could be worked out." : "";
        return new($"{category.Label} in each segment", $"Each bar is a segment, cut by the shares of {category.Label}.{left}",
            [.. category.Shares.Take(named).Select(s => s.Value), .. hasOthers ? (string[])["all others"] : []], rows)
        {
            LeastTold = SmallCells.Few,
        };
    }

    /// <summary>The profile lists no more than the fifty most frequent values, but its shares are of all that are known.</summary>
    private static long Known(IReadOnlyList<CategoryShare> shares) =>
        shares.MaxBy(s => s.Count) is { Count: > 0 } most ? Math.Max(shares.Sum(s => (long)s.Count), (long)Math.Round(most.Count / most.Share)) : 0;

    private static bool HasSegments(Run run) => run.Segments.Exists(s => !s.IsNoise);

    private static IEnumerable<(Segment Segment, SegmentProfile Profile)> Profiles(Run run) => InOrder(run).Where(s => !s.IsNoise).Select(s => (s, s.ReadProfile()));

    /// <summary>The features in which some segment is furthest from the average customer, in their usual order.</summary>
    private static List<FeatureProfile> Compared(Run run)
    {
        var furthest = Profiles(run).SelectMany(s => s.Profile.Features).GroupBy(f => f.Name)
            .OrderByDescending(f => f.Max(segment => Math.Abs(Finite(segment.Deviation)))).Take(MostFeatures).Select(f => f.Key).ToHashSet();
        return [.. FeaturesOf(run).Where(f => furthest.Contains(f.Name))];
    }

    private static string LeftOut(Run run) => FeaturesOf(run).Count is > MostFeatures and var all
        ? $" Of {all} features these are the {MostFeatures} in which segments differ most; the lines under “What they are like” have all." : "";

    private static List<ProfileAxis> Axes(IReadOnlyList<FeatureProfile> features) =>
        [.. features.Select(f => new ProfileAxis(f.Name, Finite(f.OverallMean), Finite(f.OverallStandardDeviation)))];

    private static List<ProfileLine> Lines(IEnumerable<(Segment Segment, SegmentProfile Profile)> profiles, IReadOnlyList<FeatureProfile> features) =>
        [.. profiles.Select(s => new ProfileLine(s.Segment.Name, SlotOf(s.Segment), [.. features.Select(c => Finite(s.Profile.Features.Single(f => f.Name == c.Name).Deviation))]))];

    private static HeatmapCell Cell(FeatureProfile feature) => new(Figure.Text(feature.Mean), Finite(feature.Deviation));

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
