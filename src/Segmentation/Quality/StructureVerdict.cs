namespace Segmentation.Quality;

/// <summary>Tells natural, reproducible and constructive segments apart.</summary>
public static class StructureVerdict
{
    /// <summary>From this mean silhouette on clusters count as apart: "reasonable structure" to Kaufman and Rousseeuw (1990).</summary>
    public const double ApartSilhouette = 0.5;

    /// <summary>
    /// Reproducible when every cluster is at least <see cref="StabilityVerdict.Stable"/>; natural when moreover the mean
    /// silhouette reaches <see cref="ApartSilhouette"/> and the gap statistic, where it is known, does not choose one cluster.
    /// The concept is theirs, these thresholds are this program's.
    /// </summary>
    public static StructureKind Of(double? silhouette, BootstrapStability stability, GapStatistic? gap = null)
    {
        if (!stability.Clusters.All(cluster => cluster.Verdict >= StabilityVerdict.Stable))
            return StructureKind.Constructive;
        return silhouette >= ApartSilhouette && gap?.ChosenK != 1 ? StructureKind.Natural : StructureKind.Reproducible;
    }
}
