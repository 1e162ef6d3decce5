using Segmentation.Clustering;
using Segmentation.Quality;
using static Segmentation.Tests.Mall;

namespace Segmentation.Tests.Clustering;

public sealed class DbscanOnMallTests
{
    [SkippableTheory]
    [InlineData(12.5, 4, new[] { 112, 34, 24, 8, 4 }, 18, 0.33427)]
    public void Three_raw_columns(double epsilon, int minPoints, int[] sizes, int noise, double silhouette) =>
        Check(Mall.Raw(Age, Income, Spending), epsilon, minPoints, sizes, noise, silhouette);

    [SkippableTheory]
    [InlineData(9, 5, new[] { 88, 31, 23, 16, 12, 7 }, 23, null)]
    [InlineData(2, 5, new[] { 8, 5, 5 }, 182, null)]
    public void Raw_income_and_spending(double epsilon, int minPoints, int[] sizes, int noise, double? silhouette) =>
        Check(Mall.Raw(Income, Spending), epsilon, minPoints, sizes, noise, silhouette);

    [SkippableTheory]
    [InlineData(0.5, 5, new[] { 157, 35 }, 8, 0.387558)]
    [InlineData(0.35, 5, new[] { 88, 31, 23, 16, 12, 7 }, 23, 0.55775)]
    // Of 115 rows in the largest cluster as grown first, one border row is nearer to a core point of the fourth.
    [InlineData(0.4, 5, new[] { 114, 32, 27, 12 }, 15, null)]
    public void Standardised_income_and_spending(double epsilon, int minPoints, int[] sizes, int noise, double? silhouette) =>
        Check(Mall.Standard(Income, Spending), epsilon, minPoints, sizes, noise, silhouette);

    [SkippableFact]
    public void A_small_epsilon_gives_seven_clusters()
    {
        var data = Mall.Standard(Income, Spending);
        var result = Dbscan.Fit(data, 0.3, 5);
        Assert.Equal(7, result.Clusters);
        Assert.Equal(35, result.Labels.Count(label => label == -1));
        Assert.Equal(0.52433, Silhouette.Mean(data, result.Labels)!.Value, 1e-5);
    }

    [SkippableFact]
    public void Noise_as_a_group_of_its_own_gives_the_published_silhouette()
    {
        var data = Mall.Raw(Income, Spending);
        var result = Dbscan.Fit(data, 3, 4);
        Assert.Equal(9, result.Clusters);
        Assert.Equal(121, result.Labels.Count(label => label == -1));
        int[] noiseAsGroup = [.. result.Labels.Select(label => label < 0 ? 9 : label)];
        Assert.Equal(-0.19083191325600976, Silhouette.Mean(data, noiseAsGroup)!.Value, 1e-6);
    }

    private static void Check(Matrix data, double epsilon, int minPoints, int[] sizes, int noise, double? silhouette)
    {
        var result = Dbscan.Fit(data, epsilon, minPoints);
        Assert.Equal(sizes, Enumerable.Range(0, result.Clusters).Select(c => result.Labels.Count(label => label == c)));
        Assert.Equal(noise, result.Labels.Count(label => label == -1));
        if (silhouette is not null)
            Assert.Equal(silhouette.Value, Silhouette.Mean(data, result.Labels)!.Value, 1e-5);
    }
}
