namespace Segmentation.Clustering;

/// <summary>The Cholesky factor L of a covariance, L Lᵀ, and what a Gaussian density needs of it.</summary>
internal static class Cholesky
{
    // A pivot below this part of its variance is rounding.
    private const double LeastPivot = 1e-14;

    /// <summary>The lower triangle of the inverse of L, row by row, and half the logarithm of the determinant. O(n³).</summary>
    /// <exception cref="CollapsedComponentException">The rows behind the covariance do not span the features.</exception>
    public static (double[] InverseTriangle, double HalfLogDeterminant) Of(double[][] covariance)
    {
        var factor = Factor(covariance);
        var inverse = new List<double>();
        for (int i = 0; i < factor.Length; i++)
        {
            for (int j = 0; j <= i; j++)
                inverse.Add(InverseCell(factor, inverse, i, j));
        }
        return ([.. inverse], factor.Select((row, i) => Math.Log(row[i])).Sum());
    }

    private static double[][] Factor(double[][] covariance)
    {
        var factor = new double[covariance.Length][];
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] = new double[i + 1];
            for (int j = 0; j < i; j++)
                factor[i][j] = (covariance[i][j] - Product(factor, i, j)) / factor[j][j];
            double pivot = covariance[i][i] - Product(factor, i, i);
            if (!(pivot > LeastPivot * covariance[i][i]))
                throw new CollapsedComponentException();
            factor[i][i] = Math.Sqrt(pivot);
        }
        return factor;
    }

    private static double Product(double[][] factor, int i, int j)
    {
        double sum = 0;
        for (int l = 0; l < j; l++)
            sum += factor[i][l] * factor[j][l];
        return sum;
    }

    // Forward substitution; row l of the triangle begins at l (l + 1) / 2.
    private static double InverseCell(double[][] factor, List<double> inverse, int i, int j)
    {
        double sum = i == j ? 1 : 0;
        for (int l = j; l < i; l++)
            sum -= factor[i][l] * inverse[l * (l + 1) / 2 + j];
        return sum / factor[i][i];
    }
}
