namespace Dashboard.Runs;

/// <summary>A map in which like customers are neighbours; of a large run, of a sample.</summary>
public sealed record RunMap(double[][] Positions, int[] Segments, int Of);
