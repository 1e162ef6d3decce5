namespace Segmentation.Quality;

/// <summary>
/// Whether two samples of numbers come from one distribution (Smirnov, Bull. Math. Univ. Moscow 2, 1939): the greatest distance
/// between their distribution functions, 0 … 1, and the chance of at least this much when they do.
/// </summary>
public sealed record KolmogorovSmirnov(double Distance, double PValue)
{
    /// <summary>Up to this product of the sizes the chance is exact; beyond, the limit of large samples is as good.</summary>
    private const long MostExact = 4_000_000;

    /// <summary>Null when a sample is empty; NaN is left out. With equal values the chance is an upper bound. O(n log n), and O(n m) while exact.</summary>
    public static KolmogorovSmirnov? Of(double[] first, double[] second)
    {
        double[] a = [.. first.Where(x => !double.IsNaN(x)).Order()], b = [.. second.Where(x => !double.IsNaN(x)).Order()];
        if (a.Length == 0 || b.Length == 0)
            return null;
        long gap = Gap(a, b), all = (long)a.Length * b.Length;
        double distance = (double)gap / all;
        return new(distance, all <= MostExact ? Exact(a.Length, b.Length, gap) : Limit(distance * Math.Sqrt((double)all / (a.Length + b.Length))));
    }

    /// <summary>The greatest difference of the distribution functions times both sizes, which is whole.</summary>
    private static long Gap(double[] a, double[] b)
    {
        long gap = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            gap = Math.Max(gap, Math.Abs((long)i * b.Length - (long)j * a.Length));
        }
        return gap;
    }

    /// <summary>
    /// The share of orders of both samples in which the functions come as far apart: paths through a lattice from corner to
    /// corner (Hodges, Arkiv för Matematik 3, 1958), counted as shares of all paths so that nothing overflows.
    /// </summary>
    private static double Exact(int n, int m, long gap)
    {
        if (gap == 0)
            return 1;
        var within = new double[m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                double share = i + j == 0 ? 1 : ((double)i * within[j] + (j == 0 ? 0 : (double)j * within[j - 1])) / (i + j);
                within[j] = Math.Abs((long)i * m - (long)j * n) < gap ? share : 0;
            }
        }
        return Math.Clamp(1 - within[m], 0, 1);
    }

    /// <summary>Kolmogorov's distribution.</summary>
    private static double Limit(double x)
    {
        double sum = 0;
        for (int k = 1; k <= 100; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        return x < 0.2 ? 1 : Math.Clamp(sum, 0, 1);
    }
}
