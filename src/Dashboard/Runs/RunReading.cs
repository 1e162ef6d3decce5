using Charts;
using Dashboard.Data;
using Segmentation;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>What can be seen in the charts of one run, in a few plain words.</summary>
public static class RunReading
{
    private const double Most = 0.7;
    private const double Notable = 0.05;
    private const double Few = 0.001;

    public static string OfSizes(Run run)
    {
        var segments = RunCharts.InOrder(run).Where(s => !s.IsNoise).ToList();
        return segments.Count < 2 ? Left(run).Trim() : $"The largest segment has {Figure.Share(segments.Max(s => s.Share))} of all customers, the smallest {Figure.Share(segments.Min(s => s.Share))}.{Left(run)}";
    }

    public static string OfPoints(Run run, FeatureProfile x, FeatureProfile y) =>
        (run.Segments.Exists(s => !s.IsNoise) ? $"{Highest(run, x)}{(x == y ? "There is one number of each customer, so all lie on one line. " : Highest(run, y) + "The pale shapes enclose the segments. ")}The numbers stand at their centres." : "") + Left(run);

    public static string OfSpace(Run run, FeatureProfile z) =>
        $"{Highest(run, z)}{(run.RowsUsed > Scatter.MostPoints ? "Larger marks hold more customers." : "Near marks lie before far ones and are larger.")} Turn the box to see what stands behind.{Left(run)}";

    public static string OfElbow(Run run)
    {
        var found = RunModel.FromJson(run.Model!);
        if (found.Sweep[0].Wcss == 0)
        {
            return "All customers have the same values: there is nothing that more segments could make tighter.";
        }
        var bend = found.Knee is { } knee ? $"it bends at {knee}, and more of them gain little" : "it has no clear bend";
        return $"Each further segment makes the groups tighter. Here {bend}.{(found.SweptRows < run.RowsUsed ? $" Tried on {found.SweptRows:N0} customers, spread evenly over the file." : "")}";
    }

    /// <summary>The segment and the feature that lie furthest from the average.</summary>
    public static string OfDifferences(Run run)
    {
        var furthest = run.Segments.Where(s => !s.IsNoise).SelectMany(s => s.ReadProfile().Features.Select(f => (Segment: s, Feature: f)))
            .Where(f => double.IsFinite(f.Feature.Deviation)).MaxBy(f => Math.Abs(f.Feature.Deviation));
        return furthest.Feature is not { } feature || Math.Abs(feature.Deviation) < Notable ? "No segment differs from the average customer."
            : $"Furthest from the average: “{furthest.Segment.Name}”, whose {feature.Label} of {Figure.WithUnit(feature.Mean, feature.Unit)} is {Math.Abs(feature.Deviation):0.0} standard deviations {(feature.Deviation > 0 ? "above" : "below")} it.";
    }

    /// <summary>A segment beside everyone, or everyone alone.</summary>
    public static string OfSpread(double[] group, double[] all, FeatureProfile feature)
    {
        string Median(double[] values) => Figure.WithUnit(Quantile.OfSorted([.. values.Order()], 0.5), feature.Unit);
        return group.Length == 0 ? "Nobody in it has a value." : $"Half of them have at least {Median(group)}{(group.Length < all.Length ? $"; of everyone half have at least {Median(all)}" : "")}.";
    }

    public static string OfPlane(RunPlane plane)
    {
        var second = plane.Found.Variances[1] > 0 ? $"The first axis is mostly {MostlyOf(plane, 0)}, the second {MostlyOf(plane, 1)}" : $"The first axis is mostly {MostlyOf(plane, 0)}";
        var both = plane.Found.Shares.Sum();
        return $"{second}; both show {(both > 0.9995 ? "all" : Figure.Share(both))} of the differences between customers.{(both > 0.9995 ? "" : " What they do not show may still tell segments apart.")}";
    }

    public static string OfMap(RunMap map)
    {
        var sample = map.Segments.Length < map.Of ? $" Drawn for {map.Segments.Length:N0} of {map.Of:N0} customers, spread over all segments." : "";
        return $"Read it by neighbours only: customers side by side are alike. How far groups lie apart, and how large they look, means little.{sample}";
    }

    public static string OfSilhouettes(Run run, RunSilhouettes found, IReadOnlyList<SilhouetteGroup> groups)
    {
        var (best, least) = (groups.MaxBy(MeanOf)!, groups.MinBy(MeanOf)!);
        var below = found.Values.Count(v => v < 0);
        var share = (double)below / found.Values.Count(v => !double.IsNaN(v));
        var doubtful = below == 0 ? "Nobody would fit another segment better."
            : $"{below:N0} {(below == 1 ? "customer lies" : "customers lie")} below 0 ({(share < Few ? "fewer than 0.1 %" : Figure.Share(share))}): another segment is nearer to them than their own.";
        var sample = found.Segments.Length < found.Of ? $" Measured on {found.Segments.Length:N0} of {found.Of:N0} customers, spread over all segments." : "";
        return $"“{best.Name}” holds together best ({MeanOf(best):0.00}), “{least.Name}” least ({MeanOf(least):0.00}). {doubtful}{Left(run)}{sample}";
    }

    public static string OfBoxes(IReadOnlyList<BoxPlot> boxes, FeatureProfile feature)
    {
        var (high, low) = (boxes.MaxBy(b => b.Box.Median)!, boxes.MinBy(b => b.Box.Median)!);
        string Of(BoxPlot box) => $"“{box.Name}” ({Figure.WithUnit(box.Box.Median, feature.Unit)})";
        return boxes.Count < 2 ? "" : high.Box.Median == low.Box.Median ? $"The median of {feature.Label} is the same in all segments." : $"The median of {feature.Label} is highest in {Of(high)} and lowest in {Of(low)}.";
    }

    public static string OfMix(Run run, string category)
    {
        var cells = SmallCells.Of(run);
        var shares = run.Segments.Where(s => !s.IsNoise).SelectMany(s => s.ReadProfile().Categories.Single(c => c.Name == category).Shares.Where(share => !cells.Hides(s.Index, category, share.Value)).Select(share => (Segment: s, Share: share))).ToList();
        var (segment, most) = shares.DefaultIfEmpty().MaxBy(f => f.Share is null ? 0 : Math.Abs(f.Share.Share - f.Share.OverallShare));
        return most is null || Math.Abs(most.Share - most.OverallShare) < Notable ? "No segment is made much differently from all customers."
            : $"Most unlike all customers: in “{segment.Name}”, {Figure.Share(most.Share)} are “{most.Value}”, of all customers {Figure.Share(most.OverallShare)}.";
    }

    /// <summary>The features that make up most of an axis, by the squares of its direction.</summary>
    internal static string MostlyOf(RunPlane plane, int axis)
    {
        var parts = plane.Found.Axes[axis].Zip(plane.Columns, (weight, name) => (Name: name, Part: weight * weight)).OrderByDescending(p => p.Part).ToList();
        var (names, sum) = (new List<string>(), 0.0);
        foreach (var (name, part) in parts.TakeWhile(_ => sum < Most).Take(3))
        {
            names.Add(name);
            sum += part;
        }
        return string.Join(" and ", names);
    }

    private static double MeanOf(SilhouetteGroup group) => group.Values.Length == 0 ? 0 : group.Values.Average();

    private static string Highest(Run run, FeatureProfile feature)
    {
        var segments = run.Segments.Where(s => !s.IsNoise).Select(s => (s.Name, Profile: s.ReadProfile().Features.Single(f => f.Name == feature.Name))).Where(s => s.Profile.Count > 0).ToList();
        return segments.Count < 2 ? "" : $"{feature.Label} is highest in “{segments.MaxBy(s => s.Profile.Mean).Name}” and lowest in “{segments.MinBy(s => s.Profile.Mean).Name}”. ";
    }

    private static string Left(Run run) => run.Segments.Find(s => s.IsNoise) is not { } noise ? ""
        : $" {noise.Size:N0} {(noise.Size == 1 ? "customer has" : "customers have")} no segment: too few others are like them.";
}
