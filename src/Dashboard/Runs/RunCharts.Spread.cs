using Charts;
using Dashboard.Data;
using Segmentation;

namespace Dashboard.Runs;

/// <summary>How one number spreads, in a segment beside everyone and in all segments beside each other.</summary>
public sealed partial class RunCharts
{
    /// <summary>How a feature spreads in a segment, beside everyone.</summary>
    public async Task<Chart?> HistogramAsync(Run run, string? feature, int? segment) => (await SpreadAsync(run, new(Feature: feature, Segment: segment))).Chart;

    private async Task<Drawing> SpreadAsync(Run run, ChartChoice choice)
    {
        var shown = Feature(FeaturesOf(run), choice.Feature ?? choice.X);
        var chosen = SegmentOf(run, choice.Segment);
        var (segments, values) = await points.ValuesAsync(run, shown.Name);
        var all = Array.FindAll(values[0], v => !double.IsNaN(v));
        if (chosen is null)
        {
            return new(new Histogram(shown.Label, $"How {shown.Label} spreads over all customers.", shown.Name, Bins.Of(all, all)), RunReading.OfSpread(all, all, shown));
        }
        var group = values[0].Where((v, i) => segments[i] == chosen.Index && !double.IsNaN(v)).ToArray();
        return new(new Histogram(shown.Label, $"How {shown.Label} spreads in this segment, beside everyone.", shown.Name, Bins.Of(group, all), chosen.Name, SlotOf(chosen)), RunReading.OfSpread(group, all, shown));
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
