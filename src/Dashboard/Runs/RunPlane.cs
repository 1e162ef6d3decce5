using Segmentation.Projection;

namespace Dashboard.Runs;

/// <summary>The two strongest principal axes of a run's customers, and where each lies along them.</summary>
public sealed record RunPlane(PrincipalAxes Found, double[][] Positions, int[] Segments, IReadOnlyList<string> Columns);
