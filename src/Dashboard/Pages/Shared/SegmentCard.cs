using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;

namespace Dashboard.Pages.Shared;

/// <summary>A segment in short, as the overview and the page of its run show it. Before is how many they were in the segmentation before.</summary>
public sealed record SegmentCard(Segment Segment, SegmentEvidence? Found, Worth? Worth, int? Before = null)
{
    /// <summary>Those that are worth most first; where that is not known, the largest.</summary>
    public static IReadOnlyList<SegmentCard> Of(Run run, string? worth, IReadOnlyDictionary<int, int>? before = null)
    {
        var found = RunModel.FromJson(run.Model!).Evidence?.Segments.ToDictionary(e => e.Index) ?? [];
        return [.. run.Segments.Where(s => !s.IsNoise)
            .Select(s => new SegmentCard(s, found.GetValueOrDefault(s.Index), Worth.Of(s, worth), s.EarlierId is { } id && before?.TryGetValue(id, out var size) == true ? size : null))
            .OrderByDescending(c => c.Worth?.Total).ThenBy(c => c.Segment.Index)];
    }

    public int? Change => Segment.Size - Before;
}
