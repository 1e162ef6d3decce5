using System.Text.Json.Serialization;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>One number of segments: every index, null where it is undefined, and per segment how well it came back when customers were drawn anew.</summary>
public sealed record NumberScore(
    int K, double Wcss, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin, double Gap, double GapError, double[] Stabilities, int Smallest)
{
    [JsonIgnore]
    public double LeastStable => Stabilities.Min();

    [JsonIgnore]
    public double MeanStability => Stabilities.Average();

    public static NumberScore Of(SweepStep step, GapStep gap, BootstrapStability stability) => new(
        step.K, step.Wcss, step.Silhouette, step.CalinskiHarabasz, step.DaviesBouldin, gap.Gap, gap.Error,
        // A segment so small that no draw ever met it did not come back.
        [.. stability.Clusters.Select(cluster => double.IsNaN(cluster.Mean) ? 0 : cluster.Mean)], step.Smallest);
}
