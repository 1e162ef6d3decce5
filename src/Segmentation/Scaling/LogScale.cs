namespace Segmentation.Scaling;

/// <summary>ln(1 + x), which draws long tails of amounts and counts in and keeps zero; small numbers keep their digits.</summary>
internal static class LogScale
{
    public static double Of(double x)
    {
        // The sum rounds x; the quotient undoes that (Kahan's device).
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    public static double Inverse(double z)
    {
        double power = Math.Exp(z);
        if (power == 1)
            return z;
        return double.IsFinite(power) ? (power - 1) * (z / Math.Log(power)) : power;
    }

    /// <summary>The column on this scale; throws <see cref="NotFiniteValueException"/> for the first number that is not above -1.</summary>
    public static double[] Column(double[] column, int index)
    {
        int bad = Array.FindIndex(column, x => !(x > -1));
        return bad < 0 ? Array.ConvertAll(column, Of) : throw new NotFiniteValueException(bad, index);
    }
}
