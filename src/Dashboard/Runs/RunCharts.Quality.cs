using Charts;
using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>How good the segments are.</summary>
public sealed partial class RunCharts
{
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

    private async Task<Drawing> SilhouettesAsync(Run run)
    {
        if (run.Segments.Count(s => !s.IsNoise) < 2)
        {
            return new(null, "A silhouette compares a customer's own segment with the next one, and this run has fewer than two.");
        }
        if (await maps.SilhouettesAsync(run) is not { } found)
        {
            return new(null, Gone);
        }
        var parts = BySegment(found.Segments, [found.Values]);
        List<SilhouetteGroup> groups = [.. InOrder(run).Where(s => !s.IsNoise).Select(s => new SilhouetteGroup(s.Name, SlotOf(s), parts.GetValueOrDefault(s.Index)?[0] ?? []))];
        return new(new SilhouettePlot("How well customers fit their segment", "A bar per customer, sorted within the segments: long to the right fits well, to the left of 0 another segment is nearer.", groups),
            RunReading.OfSilhouettes(run, found, groups));
    }
}
