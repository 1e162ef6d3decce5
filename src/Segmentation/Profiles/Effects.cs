namespace Segmentation.Profiles;

/// <summary>Sizes of differences, free of units: of means in standard deviations, of shares as angles.</summary>
public static class Effects
{
    /// <summary>Cohen's d with the pooled standard deviation; when neither group has any spread, that of everyone stands in.</summary>
    internal static double CohensD(Summary group, Summary others, double everyone)
    {
        double pooled = Math.Sqrt((group.SquaredDeviations + others.SquaredDeviations) / (group.Count + others.Count));
        return InUnitsOf(pooled > 1e-9 * everyone ? pooled : everyone, group.Mean - others.Mean);
    }

    internal static double InUnitsOf(double deviation, double difference) =>
        deviation > 0 && double.IsFinite(difference) ? difference / deviation : 0;

    /// <summary>Cohen's h (Statistical Power Analysis, 1988): 0.2 is small, 0.5 medium, 0.8 large, at most π.</summary>
    public static double CohensH(double share, double others) => 2 * Math.Asin(Math.Sqrt(share)) - 2 * Math.Asin(Math.Sqrt(others));
}
