namespace Segmentation.Classification;

/// <summary>Numbers that people remember: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class RoundNumber
{
    private static readonly int[] Multipliers = [10, 5, 2];

    /// <summary>
    /// The roundest number above <paramref name="low"/> and up to <paramref name="high"/>; when all of them are finer than the
    /// finest step, the nearest multiple of the last step that is not, which may lie outside.
    /// </summary>
    public static double Between(double low, double high, double finest)
    {
        double middle = low / 2 + high / 2, nearest = middle;
        // Near zero the first step must not be finer than the finest already.
        int power = (int)Math.Ceiling(Math.Log10(Math.Max(Math.Max(Math.Abs(low), Math.Abs(high)), Math.Max(finest, double.Epsilon))));
        for (; power > -300; power--)
        {
            foreach (int multiplier in Multipliers)
            {
                double candidate = Multiple(Math.Floor(InSteps(high, multiplier, power)), multiplier, power);
                if (candidate > low && candidate <= high)
                    return candidate;
                if (multiplier * Math.Pow(10, power - 1) < finest)
                    return nearest;
                nearest = Multiple(Math.Round(InSteps(middle, multiplier, power)), multiplier, power);
            }
        }
        return nearest;
    }

    private static double InSteps(double value, int multiplier, int power) =>
        power > 0 ? value / (multiplier * Math.Pow(10, power - 1)) : value * Math.Pow(10, 1 - power) / multiplier;

    // Dividing by a whole power of ten gives the double nearest to the decimal, multiplying by a fraction would not.
    private static double Multiple(double count, int multiplier, int power) =>
        power > 0 ? count * multiplier * Math.Pow(10, power - 1) : count * multiplier / Math.Pow(10, 1 - power);
}
