namespace Segmentation.Quality;

/// <summary>
/// Silhouettes (Rousseeuw, J. Comput. Appl. Math. 20, 1987): (b - a) / max(a, b), where a is the mean distance to the other
/// rows of a row's cluster and b the least mean distance to another cluster. Noise (-1) is left out.
/// </summary>
public static class Silhouette
{
    /// <summary>Up to this many clustered rows every pair is measured; beyond, a random sample of rows is measured against all.</summary>
    public const int ExactRows = 100_000;

    /// <summary>Rows measured when sampling.</summary>
    public const int SampleRows = 4_000;

    /// <summary>The standard error of a sampled mean, as measured on round clusters and on clusters that cut through crowds; oblong ones may exceed it.</summary>
    public const double StandardError = 0.0015;

    /// <summary>The mean silhouette, null under two clusters; a row alone in its cluster counts 0. O(rows² · columns), sampled beyond <see cref="ExactRows"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double? Mean(Matrix data, int[] labels, int seed = 42, int threads = 1, CancellationToken cancellation = default)
    {
        var grouped = new GroupedRows(data, labels);
        int rows = grouped.Rows.Rows;
        if (!Defined(grouped))
            return null;
        return rows <= ExactRows
            ? Exact(grouped, threads, cancellation).Average()
            : SampledSilhouette.Mean(grouped, new SplitMix(seed).Sample(rows, SampleRows), threads, cancellation);
    }

    /// <summary>One value per row, NaN for noise and under two clusters; exact at any size. O(rows² · columns).</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Values(Matrix data, int[] labels, int threads = 1, CancellationToken cancellation = default)
    {
        var values = new double[data.Rows];
        Array.Fill(values, double.NaN);
        var grouped = new GroupedRows(data, labels);
        if (!Defined(grouped))
            return values;
        var silhouettes = Exact(grouped, threads, cancellation);
        for (int i = 0; i < silhouettes.Length; i++)
            values[grouped.Order[i]] = silhouettes[i];
        return values;
    }

    private static bool Defined(GroupedRows grouped) => grouped.Sizes.Count(size => size > 0) >= 2;

    private static double[] Exact(GroupedRows grouped, int threads, CancellationToken cancellation)
    {
        var sums = DistanceSums.Of(grouped, threads, cancellation);
        var values = new double[grouped.Rows.Rows];
        var toClusters = new double[grouped.Clusters];
        for (int own = 0; own < grouped.Clusters; own++)
        {
            for (int i = grouped.Starts[own]; i < grouped.Starts[own + 1]; i++)
            {
                for (int c = 0; c < toClusters.Length; c++)
                    toClusters[c] = sums.To(c)[i];
                values[i] = SilhouetteValue.Of(toClusters, grouped.Sizes, own);
            }
        }
        return values;
    }
}
