namespace Dashboard.Runs;

/// <summary>The silhouette of each customer with a segment; of a very large run, of a sample.</summary>
public sealed record RunSilhouettes(double[] Values, int[] Segments, int Of);
