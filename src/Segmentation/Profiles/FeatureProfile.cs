namespace Segmentation.Profiles;

/// <summary>
/// One numeric feature within one segment, in original units; missing values are left out and Count is the rest. Standard
/// deviations are those of a population. Effect is Cohen's d against everyone else (pooled standard deviation), Deviation the
/// distance from the overall mean in overall standard deviations; a marker's effect is at least 0.5 either way. Where a mean
/// has no values it is NaN, and effect and deviation are 0.
/// </summary>
public sealed record FeatureProfile(
    string Name,
    string Label,
    string? Unit,
    bool Clustered,
    int Count,
    double Mean,
    double StandardDeviation,
    double Minimum,
    double Median,
    double Maximum,
    double OverallMean,
    double OverallStandardDeviation,
    double OthersMean,
    double Effect,
    double Deviation,
    bool IsMarker)
{
    /// <summary>The least effect, in standard deviations, that makes a feature a marker of a segment.</summary>
    public const double MarkerEffect = 0.5;

    internal static FeatureProfile Of(NumberColumn column, IEnumerable<int> members, Summary everyone)
    {
        var segment = Summary.Of(members.Select(i => column.Values[i]));
        var others = everyone.Without(segment);
        double effect = Effects.CohensD(segment, others, everyone.StandardDeviation);
        double deviation = Effects.InUnitsOf(everyone.StandardDeviation, segment.Mean - everyone.Mean);
        return new FeatureProfile(column.Name, column.Label, column.Unit, column.Clustered, segment.Count,
            segment.Mean, segment.StandardDeviation, segment.Minimum, segment.Median, segment.Maximum,
            everyone.Mean, everyone.StandardDeviation, others.Mean, effect, deviation, Math.Abs(effect) >= MarkerEffect);
    }
}
