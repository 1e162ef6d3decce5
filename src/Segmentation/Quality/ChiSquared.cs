namespace Segmentation.Quality;

/// <summary>The χ² distribution.</summary>
internal static class ChiSquared
{
    private const int MaxTerms = 10_000;

    /// <summary>P(χ² ≥ x): the regularised upper incomplete gamma function of half of each (series and continued fraction: Abramowitz and Stegun 6.5.29 and 6.5.31).</summary>
    public static double UpperTail(double x, int freedom)
    {
        if (x <= 0)
            return 1;
        double a = freedom / 2.0, z = x / 2;
        double front = Math.Exp(a * Math.Log(z) - z - LogGammaOfHalf(freedom));
        return z < a + 1 ? 1 - front * Series(a, z) : front * Fraction(a, z);
    }

    private static double Series(double a, double z)
    {
        double term = 1 / a, sum = term;
        for (int n = 1; n < MaxTerms && term > 1e-17 * sum; n++)
        {
            term *= z / (a + n);
            sum += term;
        }
        return sum;
    }

    // Lentz's method, as modified by Thompson and Barnett.
    private static double Fraction(double a, double z)
    {
        double b = z + 1 - a, c = 1e300, d = 1 / b, value = d;
        for (int n = 1; n < MaxTerms; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            value *= c * d;
            if (Math.Abs(c * d - 1) < 1e-15)
                break;
        }
        return value;
    }

    /// <summary>ln Γ(n / 2), down to Γ(1) = 1 or Γ(1/2) = √π.</summary>
    private static double LogGammaOfHalf(int n)
    {
        double log = n % 2 == 0 ? 0 : Math.Log(Math.PI) / 2;
        for (double x = n % 2 == 0 ? 1 : 0.5; x < n / 2.0; x++)
            log += Math.Log(x);
        return log;
    }
}
