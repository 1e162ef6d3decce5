namespace Segmentation.Profiles;

/// <summary>Differences of means in standard deviations.</summary>
internal static class Effects
{
    /// <summary>Cohen's d with the pooled standard deviation; when neither group has any spread, that of everyone stands in.</summary>
    public static double CohensD(Summary group, Summary others, double everyone)
    {
        double pooled = Math.Sqrt((group.SquaredDeviations + others.SquaredDeviations) / (group.Count + others.Count));
        return InUnitsOf(pooled > 1e-9 * everyone ? pooled : everyone, group.Mean - others.Mean);
    }

    public static double InUnitsOf(double deviation, double difference) =>
        deviation > 0 && double.IsFinite(difference) ? difference / deviation : 0;
}
