using Segmentation;

namespace Dashboard.Runs;

/// <summary>The customers of a run as the points that were compared, with the segment of each and what the columns stand for.</summary>
public sealed record PreparedPoints(Matrix Data, int[] Segments, IReadOnlyList<string> Columns);
