namespace Segmentation.Classification;

internal static class Softmax
{
    /// <summary>Scores become probabilities: e^score over their sum, shifted so that nothing overflows.</summary>
    public static void InPlace(Span<double> scores)
    {
        double greatest = double.NegativeInfinity, sum = 0;
        foreach (double score in scores)
            greatest = Math.Max(greatest, score);
        foreach (ref double score in scores)
            sum += score = Math.Exp(score - greatest);
        foreach (ref double score in scores)
            score /= sum;
    }
}
