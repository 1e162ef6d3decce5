using Charts;
using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>Customers placed by their own numbers, in a plane and in space.</summary>
public sealed partial class RunCharts
{
    public const int Turn = 30;
    private const string ThisOne = "this customer";

    /// <summary>Who is where, in two features; with a segment, that one before all others.</summary>
    public async Task<Chart?> ScatterAsync(Run run, string? x = null, string? y = null, int? segment = null) =>
        (await PointsAsync(run, new(x, y, Segment: segment))).Chart;

    private async Task<Drawing> PointsAsync(Run run, ChartChoice choice)
    {
        var features = Telling(run);
        var across = Feature(features, choice.X);
        var up = Feature(features, choice.Y, across);
        var chosen = SegmentOf(run, choice.Segment);
        var (segments, values) = await points.ValuesAsync(run, across.Name, up.Name);
        var title = $"{across.Label} and {up.Label}";
        if (chosen is not null)
        {
            var parts = BySegment(Array.ConvertAll(segments, s => s == chosen.Index ? 1 : 0), values);
            return new(new Scatter(title, $"The segment's customers among all others, by {across.Label} and {up.Label}.", across.Name, up.Name,
                [SeriesOf("Everyone else", Charts.Slot.Rest, parts.GetValueOrDefault(0), false), SeriesOf(chosen.Name, SlotOf(chosen), parts.GetValueOrDefault(1), false)]), "");
        }
        var about = $"Each mark is a customer, placed by {across.Label} and {up.Label}; colour and shape tell the segment.";
        return new(new Scatter(title, about, across.Name, up.Name, Series(run, BySegment(segments, values), true)) { Hulls = true, Spotlight = SpotOf(choice) },
            RunReading.OfPoints(run, across, up));
    }

    private static Spotlight? SpotOf(ChartChoice choice) => Spot(choice.AtX) is { } x && Spot(choice.AtY) is { } y ? new(ThisOne, x, y) : null;

    private static double? Spot(double? value) => value is null || double.IsFinite(value.Value) ? value : throw new NoSuchChoice("A customer is shown where their values are numbers.");

    private async Task<Drawing> SpaceAsync(Run run, ChartChoice choice)
    {
        var features = Telling(run);
        if (features.Count < 3)
        {
            return new(null, $"A space needs three numbers, and this run knows {(features.Count == 1 ? "one" : "two")} of each customer. The plane shows all there is.");
        }
        var x = Feature(features, choice.X);
        var y = Feature(features, choice.Y, x);
        var z = Feature(features, choice.Z, x, y);
        var (segments, values) = await points.ValuesAsync(run, x.Name, y.Name, z.Name);
        var parts = BySegment(segments, values);
        var series = InOrder(run).Where(s => parts.ContainsKey(s.Index)).Select(s => new SpaceSeries(s.Name, SlotOf(s), parts[s.Index][0], parts[s.Index][1], parts[s.Index][2]));
        return new(new Scatter3D($"{x.Label}, {y.Label} and {z.Label}", "Each mark is a customer in a box of three features, seen from a little above.",
            x.Name, y.Name, z.Name, [.. series], choice.Angle ?? Turn), RunReading.OfSpace(run, z));
    }

    private static PointSeries[] Series(Run run, Dictionary<int, double[][]> parts, bool withCentres) =>
        [.. InOrder(run).Select(s => SeriesOf(s.Name, SlotOf(s), parts.GetValueOrDefault(s.Index), withCentres && !s.IsNoise))];

    private static PointSeries SeriesOf(string name, int slot, double[][]? part, bool withCentre) => part is not [var x, var y] ? new(name, slot, [], [])
        : new(name, slot, x, y, withCentre && x.Length > 0 ? (x.Average(), y.Average()) : null);
}
