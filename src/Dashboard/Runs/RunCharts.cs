using Charts;
using Dashboard.Data;
using Dashboard.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>The charts of a run by name. A completed run does not change but in its names, so its numbers are kept in memory.</summary>
public sealed class RunCharts(DashboardDb db, CustomerStore store, CompareRuns comparisons, IMemoryCache cache)
{
    public static readonly string[] Names = ["scatter", "sizes", "heatmap", "histogram", "elbow", "movement"];
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public async Task<Chart?> DrawAsync(string name, Run run, string? x = null, string? y = null, int? segment = null, int? with = null) => name switch
    {
        "scatter" => await ScatterAsync(run, x, y, segment),
        "sizes" => Sizes(run),
        "heatmap" => Heatmap(run),
        "histogram" => await HistogramAsync(run, x, segment),
        "elbow" => ElbowOf(run),
        "movement" => (await comparisons.WithAsync(run, with))?.Movement(),
        _ => null,
    };

    /// <summary>Who is where, in two features; with a segment, that one before all others.</summary>
    public async Task<Chart?> ScatterAsync(Run run, string? x = null, string? y = null, int? segment = null)
    {
        var features = Features(run);
        var across = features.FirstOrDefault(f => f.Name == x) ?? features[0];
        var up = features.FirstOrDefault(f => f.Name == y) ?? features.FirstOrDefault(f => f != across) ?? across;
        var (segments, values) = await ValuesAsync(run, across.Name, up.Name);
        var series = segment is null
            ? run.Segments.OrderBy(s => s.IsNoise).ThenBy(s => s.Index).Select(s => Points(s.Name, SlotOf(s), segments, values, i => i == s.Index, !s.IsNoise))
            : run.Segments.Where(s => s.Index == segment).Select(s => Points(s.Name, SlotOf(s), segments, values, i => i == s.Index, false))
                .Prepend(Points("Everyone else", Charts.Slot.Rest, segments, values, i => i != segment, false));
        var about = segment is null
            ? $"Each mark is a customer, placed by {across.Label} and {up.Label}; colour and shape tell the segment."
            : $"The segment's customers among all others, by {across.Label} and {up.Label}.";
        return new Scatter($"{across.Label} and {up.Label}", about, across.Name, up.Name, [.. series]);
    }

    public static Chart Sizes(Run run) => new SizeBars("Size of the segments", "How many customers each segment has, and their share of all that were used.",
        [.. run.Segments.OrderBy(s => s.IsNoise).ThenBy(s => s.Index).Select(s => new SizeBar(s.Name, SlotOf(s), s.Size, s.Share, $"{s.Size:N0} · {Figure.Share(s.Share)}"))]);

    public static Chart Heatmap(Run run)
    {
        var columns = Profile(run).Features.Where(f => f.Clustered).Concat(Profile(run).Features.Where(f => !f.Clustered)).Take(8).ToList();
        var rows = run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).Select(s =>
        {
            var profile = s.ReadProfile();
            return new HeatmapRow(s.Name, SlotOf(s), [.. columns.Select(c => Cell(profile.Features.Single(f => f.Name == c.Name)))]);
        });
        return new Heatmap("How the segments differ", "The mean of each feature in each segment, and how many standard deviations that is from the average customer. Blue is above, orange below.",
            [.. columns.Select(c => c.Label)], [.. rows]);
    }

    /// <summary>How a feature spreads in a segment, beside everyone.</summary>
    public async Task<Chart?> HistogramAsync(Run run, string? feature, int? segment)
    {
        var shown = Profile(run).Features.FirstOrDefault(f => f.Name == feature) ?? Features(run)[0];
        var (segments, values) = await ValuesAsync(run, shown.Name);
        var all = Array.FindAll(values[0], v => !double.IsNaN(v));
        if (run.Segments.FirstOrDefault(s => s.Index == segment) is not { } chosen)
        {
            return new Histogram(shown.Label, $"How {shown.Label} spreads over all customers.", shown.Name, Bins.Of(all, all));
        }
        var group = values[0].Where((v, i) => segments[i] == chosen.Index && !double.IsNaN(v)).ToArray();
        return new Histogram(shown.Label, $"How {shown.Label} spreads in this segment, beside everyone.", shown.Name, Bins.Of(group, all), chosen.Name, SlotOf(chosen));
    }

    /// <summary>Null for a run that did not try several numbers of clusters.</summary>
    public static Chart? ElbowOf(Run run)
    {
        if (run.Model is null || RunModel.FromJson(run.Model) is not { Sweep.Count: > 1 } model)
        {
            return null;
        }
        return new LineChart("Spread within segments", "The sum of squared distances to the centres for each number of segments. Where the line bends, more segments gain little.",
            "Number of segments", "Within-cluster sum of squares", [.. model.Sweep.Select(s => (double)s.K)], [.. model.Sweep.Select(s => s.Wcss)],
            model.Knee, model.Knee is null ? "" : $"bends at {model.Knee}");
    }

    /// <summary>What sets a segment apart from everyone else, strongest first.</summary>
    public static Chart Apart(Segment segment)
    {
        var features = segment.ReadProfile().Features.Where(f => double.IsFinite(f.Deviation) && f.Count > 0).OrderByDescending(f => Math.Abs(f.Effect)).Take(6);
        return new DivergingBars("What sets them apart", "How far the segment's mean is from the average customer, in standard deviations, with the mean itself.",
            [.. features.Select(f => new DivergingBar(f.Label, f.Deviation, Figure.WithUnit(f.Mean, f.Unit)))], "average customer");
    }

    public static int SlotOf(Segment segment) => segment.IsNoise ? Charts.Slot.Noise : segment.Slot;

    private static HeatmapCell Cell(FeatureProfile feature) => new(Figure.Text(feature.Mean), Finite(feature.Deviation));

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private static SegmentProfile Profile(Run run) => run.Segments[0].ReadProfile();

    private static List<FeatureProfile> Features(Run run) => [.. Profile(run).Features.Where(f => f.Clustered)];

    private static PointSeries Points(string name, int slot, int[] segments, double[][] values, Func<int, bool> isIn, bool withCentre)
    {
        var chosen = Enumerable.Range(0, segments.Length).Where(i => isIn(segments[i]) && !double.IsNaN(values[0][i]) && !double.IsNaN(values[^1][i])).ToArray();
        var (x, y) = (Array.ConvertAll(chosen, i => values[0][i]), Array.ConvertAll(chosen, i => values[^1][i]));
        return new PointSeries(name, slot, x, y, withCentre && x.Length > 0 ? (x.Average(), y.Average()) : null);
    }

    private Task<(int[] Segments, double[][] Values)> ValuesAsync(Run run, params string[] names) =>
        cache.GetOrCreateAsync((run.Id, string.Join('\n', names)), async entry =>
        {
            entry.SlidingExpiration = Kept;
            var dataset = await db.Datasets.AsNoTracking().Include(d => d.Columns).SingleAsync(d => d.Id == run.DatasetId);
            var source = new FeatureSource(dataset.Columns, RunSettings.FromJson(run.Settings).Derived, names);
            using var reader = store.Read(dataset, run.DatasetVersion);
            var (segments, read) = reader.NumbersOf(run.Id, source.Columns);
            entry.Size = segments.Length * (4 + 8 * names.Length);
            return (segments, source.Values(read));
        });
}
