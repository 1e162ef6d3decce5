using Segmentation.Clustering;

namespace Segmentation.Benchmarks;

/// <summary>What an algorithm found; whatever it does not find stays null.</summary>
internal sealed record Outcome(double? Wcss = null, int? Iterations = null, int? Clusters = null, int? Noise = null, double? Score = null, int[]? Labels = null)
{
    public static Outcome Of(ClusteringResult result) =>
        new(result.Wcss, result.Iterations, result.Clusters, result.Labels.Count(label => label < 0), null, result.Labels);
}
