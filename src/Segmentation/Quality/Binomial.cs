namespace Segmentation.Quality;

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>P(X ≥ hits) in that many tries, each a hit with the given chance. O(tries).</summary>
    public static double UpperTail(int hits, int tries, double chance)
    {
        if (hits <= 0 || chance >= 1)
            return 1;
        double log = tries * Math.Log(1 - chance), odds = Math.Log(chance) - Math.Log(1 - chance), tail = 0;
        for (int k = 1; k <= tries; k++)
        {
            log += Math.Log((double)(tries - k + 1) / k) + odds;
            tail += k >= hits ? Math.Exp(log) : 0;
        }
        return Math.Min(1, tail);
    }
}
