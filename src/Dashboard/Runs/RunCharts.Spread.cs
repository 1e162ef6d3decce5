using Charts;
using Dashboard.Data;
using Segmentation;

namespace Dashboard.Runs;

/// <summary>How one number spreads, in a segment beside everyone and in all segments beside each other.</summary>
public sealed partial class RunCharts
{
    private const double Stretched = 3;

    /// <summary>How a feature spreads in a segment, beside everyone.</summary>
    public async Task<Chart?> HistogramAsync(Run run, string? feature, int? segment) => (await SpreadAsync(run, new(Feature: feature, Segment: segment))).Chart;

    private async Task<Drawing> SpreadAsync(Run run, ChartChoice choice)
    {
        var shown = Feature(FeaturesOf(run), choice.Feature ?? choice.X);
        var chosen = SegmentOf(run, choice.Segment);
        var (segments, values) = await points.ValuesAsync(run, shown.Name);
        var known = Array.FindAll(values[0], v => !double.IsNaN(v));
        var farthest = FarthestShown(known);
        var all = Array.FindAll(known, v => v <= farthest);
        var axis = all.Length == known.Length ? shown.Name : $"{shown.Name}, {known.Length - all.Length:N0} above {Figure.Text(farthest)} not shown";
        if (chosen is null)
        {
            return new(new Histogram(shown.Label, $"How {shown.Label} spreads over all customers.", axis, Bins.Of(all, all)), RunReading.OfSpread(known, known, shown));
        }
        var group = values[0].Where((v, i) => segments[i] == chosen.Index && !double.IsNaN(v)).ToArray();
        return new(new Histogram(shown.Label, $"How {shown.Label} spreads in this segment, beside everyone.", axis, Bins.Of(Array.FindAll(group, v => v <= farthest), all), chosen.Name, SlotOf(chosen))
        {
            Spotlight = Spot(choice.AtX) is { } at ? ($"{ThisOne}: {Figure.Text(at)}", at) : null,
        }, RunReading.OfSpread(group, known, shown));
    }

    /// <summary>Beyond it lies the last hundredth, where that would leave all others one bin.</summary>
    private static double FarthestShown(double[] values)
    {
        if (values.Length == 0)
        {
            return double.PositiveInfinity;
        }
        double[] sorted = [.. values.Order()];
        var (low, high) = (Quantile.OfSorted(sorted, 0.01), Quantile.OfSorted(sorted, 0.99));
        return high > low && sorted[^1] - low > Stretched * (high - low) ? high : double.PositiveInfinity;
    }

    private async Task<Drawing> BoxesAsync(Run run, ChartChoice choice)
    {
        var shown = Feature(FeaturesOf(run), choice.Feature ?? choice.X);
        var (segments, values) = await points.ValuesAsync(run, shown.Name);
        var parts = BySegment(segments, values);
        List<BoxPlot> boxes = [.. InOrder(run).Select(s => Box(s.Name, SlotOf(s), parts.GetValueOrDefault(s.Index)?[0])).OfType<BoxPlot>()];
        if (boxes.Count == 0)
        {
            return new(null, $"No customer of this run has a value of {shown.Label}.");
        }
        var violin = choice.Shape switch
        {
            null or "" or "box" => false,
            ChartChoice.Violin => true,
            var other => throw new NoSuchChoice($"There is no shape \"{Figure.Short(other)}\". There are: box, violin."),
        };
        return new(new BoxPlots($"{shown.Label} in each segment", $"How {shown.Label} spreads in each segment: the box holds the middle half, the line in it is the median.", shown.Name, "Segment", boxes, violin),
            RunReading.OfBoxes(boxes, shown));
    }

    private static BoxPlot? Box(string name, int slot, double[]? values)
    {
        if (values is not { Length: > 0 })
        {
            return null;
        }
        Array.Sort(values);
        return BoxPlot.Of(name, slot, values, Quantile.OfSorted(values, 0.25), Quantile.OfSorted(values, 0.5), Quantile.OfSorted(values, 0.75));
    }
}
