using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Pages;

/// <summary>Something worth doing now, and the page where it is done.</summary>
public sealed record NextStep(string Text, string Link, string Label);

/// <summary>What the segmentation in use asks for, the most pressing first.</summary>
public static class NextSteps
{
    private const int Most = 4;
    private const double TooWeakAlone = 0.6;

    public static IReadOnlyList<NextStep> Of(Run active, Run newest, DriftCheck? drift) => [.. All(active, newest, drift).Take(Most)];

    private static IEnumerable<NextStep> All(Run active, Run newest, DriftCheck? drift)
    {
        var segments = active.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).ToList();
        if (newest.Status == WorkStatus.Failed)
        {
            yield return new($"The last segmentation, “{newest.Name}”, failed.", $"/runs/{newest.Id}", "See why");
        }
        if (drift is { NeedsNewRun: true })
        {
            yield return new($"The customers of “{drift.Subject}” differ from those whom the segments were made of.", $"/models/{active.Id}/drift", "See what moved");
        }
        if (active.Dataset.Version > active.DatasetVersion)
        {
            yield return new("A later file has changed the customers since this segmentation.", $"/runs/new?datasetId={active.DatasetId}", "Segment them again");
        }
        if (newest.Status == WorkStatus.Completed && newest.Id > active.Id && newest.DatasetId == active.DatasetId)
        {
            yield return new($"“{newest.Name}” is newer than the segmentation in use.", $"/runs/{newest.Id}", "Look at it, and put it to use");
        }
        foreach (var doubted in segments.Where(s => s.NameDoubt.Length > 0))
        {
            yield return new($"The name “{doubted.Name}” may no longer fit.", $"/segments/{doubted.Id}", "Check it");
        }
        foreach (var weak in (RunModel.FromJson(active.Model!).Evidence?.Segments ?? []).Where(e => e.Stability < TooWeakAlone))
        {
            var segment = segments.Single(s => s.Index == weak.Index);
            yield return new($"“{segment.Name}” does not come back reliably: do not target it alone.", $"/segments/{segment.Id}", "See how sure it is");
        }
        if (segments.Count == 0)
        {
            yield return new("No groups were found with these settings.", $"/runs/new?datasetId={active.DatasetId}", "Try others");
            yield break;
        }
        if (segments.TrueForAll(s => s.EditedAt is null))
        {
            yield return new("The segments still have the names that the site made. Give them your own, and say what to do.", $"/segments/{segments[0].Id}#edit", $"Begin with “{segments[0].Name}”");
        }
        yield return new("Show your team who the customers are.", $"/runs/{active.Id}/report", "All segments in one report");
        yield return new("Start with the largest segment: choose how far its audience reaches.", $"/segments/{segments[0].Id}#audience", "Choose the audience");
    }
}
