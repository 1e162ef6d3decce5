using Segmentation.Clustering;

namespace Dashboard.Runs;

/// <summary>Figures in a few plain words.</summary>
public static class Reading
{
    /// <summary>The bands of Kaufman and Rousseeuw (1990).</summary>
    public static string OfSilhouette(double? silhouette) => silhouette switch
    {
        null => "not defined for a single group",
        > 0.7 => "very clear separation",
        > 0.5 => "clear separation",
        > 0.25 => "weak separation, groups overlap",
        _ => "no clear groups",
    };

    public static string OfMethod(RunSettings settings, RunModel found) => settings.Algorithm switch
    {
        Algorithms.KMeans => $"K-Means with {found.K} segments{(settings.K is null ? " (chosen by the largest silhouette from 2 to 10)" : "")}, {settings.Starts} starts, seed {settings.Seed}",
        Algorithms.Dbscan => $"DBSCAN with epsilon {Figure.Text(found.Epsilon)}{(settings.Epsilon is null ? " (chosen at the knee of the k-distance curve)" : "")} and min points {settings.MinPoints}",
        Algorithms.Hdbscan => $"HDBSCAN with segments of at least {found.MinClusterSize:N0} customers{(settings.MinClusterSize is null ? " (a twentieth of all)" : "")} and min points {settings.MinPoints}",
        _ => $"Gaussian mixture ({(settings.Covariance ?? CovarianceShape.Full).ToString().ToLowerInvariant()} covariances) with {found.K} segments{(settings.K is null ? " (chosen by the least BIC from 1 to 10)" : "")}, {settings.Starts} starts, seed {settings.Seed}",
    };

    /// <summary>The features with what was done to them: "Age, Income (log), Efficiency = [Spending] / [Income]; scaling: standard".</summary>
    public static string OfFeatures(RunSettings settings)
    {
        var formulas = (settings.Derived ?? []).ToDictionary(d => d.Name, d => $" = {d.Formula}");
        return $"{string.Join(", ", settings.Features.Select(f => f + formulas.GetValueOrDefault(f.Name, "")))}; scaling: {settings.Scaling.ToString().ToLowerInvariant()}";
    }

    /// <summary>How a segment's mean stands to the average customer: "▲ 64 %", "▼ 16 %" or "≈ average".</summary>
    public static (string Text, int Direction) OfFeature(Segmentation.Profiles.FeatureProfile feature)
    {
        if (feature.Count == 0)
        {
            return ("no values", 0);
        }
        var difference = feature.Mean - feature.OverallMean;
        if (Math.Abs(feature.Deviation) < 0.1 || difference == 0)
        {
            return ("≈ average", 0);
        }
        var direction = Math.Sign(difference);
        var size = feature.OverallMean > 0 && feature.Minimum >= 0
            ? $"{Math.Abs(difference / feature.OverallMean) * 100:0} %"
            : $"{Math.Abs(feature.Deviation):0.0} σ";
        return ($"{(direction > 0 ? "▲" : "▼")} {size}", direction);
    }
}
