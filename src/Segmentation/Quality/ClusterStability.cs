namespace Segmentation.Quality;

/// <summary>
/// How well one cluster came back: per bootstrap sample the greatest Jaccard coefficient with any cluster found there, 0 … 1.
/// Samples that drew none of its rows are left out; without any, Mean is NaN.
/// </summary>
public sealed record ClusterStability(int Cluster, double Mean, double[] Jaccards)
{
    /// <summary>In how many samples the cluster dissolved, that is reached no more than a half.</summary>
    public int Dissolved => Jaccards.Count(jaccard => jaccard <= 0.5);

    public StabilityVerdict Verdict => Mean switch
    {
        >= 0.85 => StabilityVerdict.VeryStable,
        >= 0.75 => StabilityVerdict.Stable,
        >= 0.6 => StabilityVerdict.Doubtful,
        > 0.5 => StabilityVerdict.Weak,
        _ => StabilityVerdict.Dissolves,
    };
}
