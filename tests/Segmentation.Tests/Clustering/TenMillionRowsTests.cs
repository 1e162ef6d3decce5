using Segmentation.Clustering;
using Segmentation.Projection;
using Segmentation.Quality;

namespace Segmentation.Tests.Clustering;

/// <summary>Two square clouds of five million rows each, ten apart, every row known.</summary>
public sealed class TenMillionRowsTests(TenMillionRowsTests.Rows rows) : IClassFixture<TenMillionRowsTests.Rows>
{
    private const int Half = 5_000_000;

    [Fact]
    public void K_Means_finds_the_clouds()
    {
        var result = KMeans.Fit(rows.Data, 2, starts: 2, threads: 2);
        Assert.Equal([Half, Half], ClusterSizes.Of(result.Labels, 2));
        Assert.All(result.Labels.AsSpan(0, Half).ToArray().Chunk(Half / 5), part => Assert.DoesNotContain(1 - result.Labels[0], part));
        Assert.Equal([0.5, 10.5], result.Centres.Select(centre => Math.Round(centre[0], 3)).Order());
    }

    [Fact]
    public void Dbscan_finds_the_clouds()
    {
        var result = Dbscan.Fit(rows.Data, 0.05, 10, threads: 2);
        Assert.Equal(2, result.Clusters);
        Assert.Equal([Half, Half], ClusterSizes.Of(result.Labels, 2));
    }

    [Fact]
    public void Indices_and_axes_are_finite_and_right()
    {
        int[] labels = [.. Enumerable.Range(0, 2 * Half).Select(i => i / Half)];
        // Each cloud is uniform on a unit square: 1/6 per row within, and 25 between the clouds and the middle.
        Assert.Equal(2 * Half / 6.0, WithinClusterSumOfSquares.Of(rows.Data, labels), 2 * Half * 1e-4);
        Assert.InRange(Silhouette.Mean(rows.Data, labels, threads: 2)!.Value, 0.94, 0.96);
        Assert.Equal((25 + 1 / 12.0) / (25 + 1 / 6.0), PrincipalAxes.Fit(rows.Data, 1, 2).Shares[0], 3);
    }

    public sealed class Rows
    {
        public Matrix Data { get; } = Made();

        private static Matrix Made()
        {
            var random = new Random(1);
            var (x, y) = (new double[2 * Half], new double[2 * Half]);
            for (int i = 0; i < x.Length; i++)
                (x[i], y[i]) = (random.NextDouble() + 10 * (i / Half), random.NextDouble());
            return Matrix.FromColumns([x, y]);
        }
    }
}
