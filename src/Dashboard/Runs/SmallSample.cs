using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>How far a mean of few customers may be from that of all who are like them: its 95 % interval by Student's t.</summary>
public static class SmallSample
{
    public const int Enough = 30;

    /// <summary>The 0.975 quantiles for 1 to 28 degrees of freedom.</summary>
    private static readonly double[] Quantiles =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
        2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
    ];

    /// <summary>Null for one customer, and where there are enough.</summary>
    public static (double Low, double High)? Interval(FeatureProfile feature)
    {
        if (feature.Count is < 2 or >= Enough)
        {
            return null;
        }
        // The profile's deviation is that of a population, n in its denominator.
        var half = Quantiles[feature.Count - 2] * feature.StandardDeviation / Math.Sqrt(feature.Count - 1);
        return (feature.Mean - half, feature.Mean + half);
    }
}
