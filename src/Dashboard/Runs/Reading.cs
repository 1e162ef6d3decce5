using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>Figures in a few plain words.</summary>
public static class Reading
{
    /// <summary>The rule of thumb of American courts for unequal treatment.</summary>
    private const double FourFifths = 0.8;

    /// <summary>The bands of Kaufman and Rousseeuw (1990).</summary>
    public static string OfSilhouette(double? silhouette) => silhouette switch
    {
        null => "not defined for a single group",
        > 0.7 => "very clear separation",
        > 0.5 => "clear separation",
        > 0.25 => "weak separation, groups overlap",
        _ => "no clear groups",
    };

    /// <summary>The bands of Hennig (2007) and the advice that goes with his program.</summary>
    public static (string Word, string Kind, string Meaning) OfStability(double stability) => new ClusterStability(0, stability, []).Verdict switch
    {
        StabilityVerdict.VeryStable => ("very stable", "good", "Found again almost as it is, whichever customers are drawn."),
        StabilityVerdict.Stable => ("stable", "good", "Found again in most samples, with some customers more or less."),
        StabilityVerdict.Doubtful => ("a pattern", "warn", "There is something, but which customers belong to it is doubtful."),
        StabilityVerdict.Weak => ("weak", "bad", "Do not target it alone: other samples draw its border elsewhere."),
        _ => ("dissolves", "bad", "Other samples do not find it. Do not build a campaign on it."),
    };

    /// <summary>"93.7 % on average over 100 samples, mostly 91 % to 97 %".</summary>
    public static string OfSamples(SegmentEvidence found, RunEvidence run) =>
        $"{Figure.Share(found.Stability ?? 0)} on average over {run.Repeats} samples, mostly {Figure.Share(found.Spread[1])} to {Figure.Share(found.Spread[3])}.";

    /// <summary>How often the groups of a category are in a segment, beside each other; null for a column that is no category.</summary>
    public static string? OfReach(SegmentProfile profile, string column)
    {
        var groups = profile.Categories.FirstOrDefault(c => c.Name == column)?.Shares.Where(s => s.OverallShare > 0).ToList();
        if (groups is not { Count: > 1 })
        {
            return null;
        }
        var (least, most) = (groups.MinBy(s => s.Lift)!, groups.MaxBy(s => s.Lift)!);
        var ratio = most.Lift > 0 ? least.Lift / most.Lift : 1;
        return ratio >= FourFifths ? "An offer would reach all of its groups about as often."
            : $"An offer would reach {least.Value} {(ratio == 0 ? "never" : $"only {ratio:0.00} times as often as {most.Value}")}.";
    }

    /// <summary>Cohen's (1988) small and medium effects for two groups, as rough bands.</summary>
    public static string OfAssociation(double cramersV) => cramersV switch
    {
        < 0.1 => "hardly related to the segments",
        < 0.3 => "somewhat related to the segments",
        < 0.5 => "clearly related to the segments",
        _ => "closely related to the segments",
    };

    /// <summary>The bands of Steinley (Psychological Methods 9, 2004).</summary>
    public static string OfAdjustedRand(double index) => index switch
    {
        >= 0.9 => "almost the same division",
        >= 0.8 => "much the same division",
        >= 0.65 => "alike in part",
        > 0.1 => "rather different divisions",
        _ => "no more alike than by chance",
    };

    public static string OfMethod(RunSettings settings, RunModel found) => settings.Algorithm switch
    {
        Algorithms.KMeans => $"K-Means with {found.K} {(found.K == 1 ? "segment" : "segments")}{(settings.K is null ? " (chosen by the largest silhouette from 2 to 10)" : "")}, {settings.Starts} starts, seed {settings.Seed}",
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

    /// <summary>Beyond it, a multiple is easier to grasp than a percentage.</summary>
    private const double ManyTimes = 4;

    /// <summary>How a segment's mean stands to the average customer: "▲ 64 %", "▲ 12 ×" or "≈ average"; in its own unit where it may be negative.</summary>
    public static (string Text, int Direction) OfFeature(FeatureProfile feature)
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
        var size = feature.OverallMean > 0 && feature.Mean >= ManyTimes * feature.OverallMean ? $"{Figure.Text(feature.Mean / feature.OverallMean)} ×"
            : feature.OverallMean > 0 && feature.Minimum >= 0 ? $"{Math.Abs(difference / feature.OverallMean) * 100:0} %"
            : Figure.WithUnit(Math.Abs(difference), feature.Unit);
        return ($"{(direction > 0 ? "▲" : "▼")} {size}", direction);
    }
}
