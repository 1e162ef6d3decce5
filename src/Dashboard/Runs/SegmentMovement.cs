using Charts;
using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>
/// A segment through the segmentations in which mostly the same customers come back: its sizes, the oldest first, and who came and went since the one
/// before. Joined and Left are null where that was not asked, empty names are customers who were not there or are no longer.
/// </summary>
public sealed record SegmentMovement(
    Segment Segment, Segment? Before, IReadOnlyList<Segment> Sizes, int Stayed = 0, IReadOnlyList<(string Name, int Count)>? Joined = null, IReadOnlyList<(string Name, int Count)>? Left = null)
{
    private const int Named = 3;

    public Chart SizeLine() => new LineChart(
        "Size of the segment over time", "How many customers it had in each segmentation, the oldest first.", "Segmentation", "Customers",
        [.. Sizes.Select((_, i) => i + 1.0)], [.. Sizes.Select(s => (double)s.Size)]);

    /// <summary>": 12 from “Careful savers”; 3 who were not there", the most first.</summary>
    public static string Told(IReadOnlyList<(string Name, int Count)> moves, string way)
    {
        var parts = moves.Where(m => m.Count > 0).OrderByDescending(m => m.Count).ToList();
        var told = parts.Take(Named).Select(m => $"{m.Count:N0} {(m.Name.Length > 0 ? $"{way} “{m.Name}”" : way == "from" ? "who were not there" : "who are no longer there")}");
        return parts.Count == 0 ? "" : $": {string.Join("; ", told)}{(parts.Count > Named ? $"; {parts.Skip(Named).Sum(m => m.Count):N0} {way} others" : "")}";
    }
}
