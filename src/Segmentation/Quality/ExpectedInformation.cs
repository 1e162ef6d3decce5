namespace Segmentation.Quality;

/// <summary>The mutual information that two partitions with given group sizes have on average when rows are shuffled.</summary>
internal sealed class ExpectedInformation
{
    private readonly int _rows;
    private readonly double[] _logFactorials;

    private ExpectedInformation(int rows)
    {
        _rows = rows;
        _logFactorials = new double[rows + 1];
        for (int i = 2; i <= rows; i++)
            _logFactorials[i] = _logFactorials[i - 1] + Math.Log(i);
    }

    /// <summary>Groups of one size count alike, so pairs of sizes are visited and not pairs of groups.</summary>
    public static double Of(int[] sizesA, int[] sizesB, int rows)
    {
        var expected = new ExpectedInformation(rows);
        var inB = sizesB.CountBy(size => size).ToList();
        return sizesA.CountBy(size => size).Sum(a => inB.Sum(b => (double)a.Value * b.Value * expected.OfPair(a.Key, b.Key)));
    }

    private double OfPair(int a, int b)
    {
        double fixedPart = _logFactorials[a] + _logFactorials[b] + _logFactorials[_rows - a] + _logFactorials[_rows - b] - _logFactorials[_rows];
        double sum = 0;
        for (int shared = Math.Max(1, a + b - _rows); shared <= Math.Min(a, b); shared++)
        {
            // The number of shared rows is hypergeometric.
            double chance = Math.Exp(fixedPart - _logFactorials[shared] - _logFactorials[a - shared] - _logFactorials[b - shared]
                - _logFactorials[_rows - a - b + shared]);
            sum += chance * shared / _rows * Math.Log((double)_rows * shared / ((double)a * b));
        }
        return sum;
    }
}
