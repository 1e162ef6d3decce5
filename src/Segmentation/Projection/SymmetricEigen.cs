namespace Segmentation.Projection;

/// <summary>Eigenvalues and vectors of a symmetric matrix by cyclic rotations (Jacobi 1846; Golub and Van Loan, section 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 100;

    /// <summary>Greatest eigenvalue first; each vector has the length 1. The matrix is overwritten. O(n³) per sweep, of which there are few.</summary>
    public static (double Value, double[] Vector)[] Of(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var vectors = new double[n, n];
        for (int i = 0; i < n; i++)
            vectors[i, i] = 1;
        for (int sweep = 0; sweep < MaxSweeps && Sweep(matrix, vectors); sweep++)
        {
        }
        return [.. Enumerable.Range(0, n)
            .Select(p => (Value: matrix[p, p], Vector: Enumerable.Range(0, n).Select(i => vectors[i, p]).ToArray()))
            .OrderByDescending(pair => pair.Value)];
    }

    private static bool Sweep(double[,] matrix, double[,] vectors)
    {
        bool rotated = false;
        for (int p = 0; p < matrix.GetLength(0) - 1; p++)
        {
            for (int q = p + 1; q < matrix.GetLength(0); q++)
            {
                // Small against both its diagonals, not against the whole: columns may differ by many powers of ten.
                if (Math.Abs(matrix[p, q]) <= 1e-16 * Math.Sqrt(Math.Abs(matrix[p, p])) * Math.Sqrt(Math.Abs(matrix[q, q])))
                    continue;
                Rotate(matrix, vectors, p, q);
                rotated = true;
            }
        }
        return rotated;
    }

    private static void Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        int n = matrix.GetLength(0);
        double theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        double cosine = 1 / Math.Sqrt(tangent * tangent + 1), sine = tangent * cosine;
        double shift = tangent * matrix[p, q];
        for (int i = 0; i < n; i++)
        {
            if (i != p && i != q)
            {
                Turn(ref matrix[i, p], ref matrix[i, q], sine, cosine);
                (matrix[p, i], matrix[q, i]) = (matrix[i, p], matrix[i, q]);
            }
            Turn(ref vectors[i, p], ref vectors[i, q], sine, cosine);
        }
        matrix[p, p] -= shift;
        matrix[q, q] += shift;
        matrix[p, q] = matrix[q, p] = 0;
    }

    private static void Turn(ref double a, ref double b, double sine, double cosine) =>
        (a, b) = (cosine * a - sine * b, sine * a + cosine * b);
}
