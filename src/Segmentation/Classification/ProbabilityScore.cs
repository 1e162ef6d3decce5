namespace Segmentation.Classification;

/// <summary>Proper scores of predicted probabilities: lowest for the true ones. One array of probabilities per row, one true class per row.</summary>
public static class ProbabilityScore
{
    /// <summary>The mean of -ln p of the true class; a probability below 2.2e-16 counts as that, so that one sure mistake is not infinite.</summary>
    public static double LogLoss(double[][] probabilities, int[] truth) =>
        Mean(probabilities, truth, (row, actual) => -Math.Log(Math.Max(row[actual], double.BitIncrement(1.0) - 1)));

    /// <summary>The mean squared distance to the true class as a unit vector, from 0 to 2 (Brier, Monthly Weather Review 78, 1950).</summary>
    public static double Brier(double[][] probabilities, int[] truth) =>
        Mean(probabilities, truth, (row, actual) => row.Select((p, c) => Math.Pow(p - (c == actual ? 1 : 0), 2)).Sum());

    private static double Mean(double[][] probabilities, int[] truth, Func<double[], int, double> score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(truth.Length, 1, nameof(truth));
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, truth.Length, nameof(probabilities));
        return probabilities.Zip(truth, score).Average();
    }
}
