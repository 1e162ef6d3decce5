using Segmentation.Kernels;

namespace Segmentation.Quality;

/// <summary>
/// The mean silhouette from a sample of rows, each measured against all. What the sample says about the distance to cluster
/// means, which is known for every row, corrects it (a control variate: Lavenberg and Welch, Management Science 27, 1981).
/// </summary>
internal static class SampledSilhouette
{
    public static double Mean(GroupedRows grouped, int[] sample, int threads, CancellationToken cancellation)
    {
        var exact = new double[sample.Length];
        Workers.Run(sample.Length, threads, i => exact[i] = Exact(grouped, sample[i]), cancellation);
        var simple = SimpleSilhouette.OfAll(grouped, threads, cancellation);
        double meanExact = exact.Average(), meanSimple = sample.Average(row => simple[row]);
        double variance = 0, covariance = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double deviation = simple[sample[i]] - meanSimple;
            variance += deviation * deviation;
            covariance += deviation * (exact[i] - meanExact);
        }
        return variance == 0 ? meanExact : meanExact - covariance / variance * (meanSimple - Sum.Of(simple) / simple.Length);
    }

    private static double Exact(GroupedRows grouped, int row)
    {
        Span<float> sum = stackalloc float[1], ignored = stackalloc float[DistanceTile.MaxRows];
        var sums = new double[grouped.Clusters];
        for (int c = 0; c < sums.Length; c++)
        {
            for (int from = grouped.Starts[c]; from < grouped.Starts[c + 1]; from += DistanceTile.MaxRows)
            {
                sum[0] = 0;
                DistanceTile.Add(grouped.Rows, row..(row + 1), from..Math.Min(from + DistanceTile.MaxRows, grouped.Starts[c + 1]), sum, ignored);
                sums[c] += sum[0];
            }
        }
        return SilhouetteValue.Of(sums, grouped.Sizes, grouped.GroupOf(row));
    }
}
