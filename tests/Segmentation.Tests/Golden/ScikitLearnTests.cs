using Segmentation.Clustering;
using Segmentation.Projection;
using Segmentation.Quality;

namespace Segmentation.Tests.Golden;

public sealed class ScikitLearnTests
{
    public static TheoryData<string> Names => ScikitLearn.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void KMeans_is_no_worse_than_a_hundred_starts(string name)
    {
        var golden = ScikitLearn.On(name);
        var result = KMeans.Fit(Data(name), golden.K);
        Assert.True(result.Wcss <= golden.Wcss * (1 + 1e-9), $"{result.Wcss} is more than {golden.Wcss}.");
        if (result.Wcss > golden.Wcss * (1 - 1e-9))
        {
            Assert.Equal(golden.Sizes, ClusterSizes.Of(result.Labels, golden.K));
            Assert.Equal(golden.AdjustedRand, AdjustedRand.Index(golden.Truth, result.Labels), 1e-9);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Indices_of_the_true_labels_agree(string name)
    {
        var golden = ScikitLearn.On(name);
        var data = Data(name);
        Assert.Equal(golden.Silhouette, Silhouette.Mean(data, golden.Truth)!.Value, 1e-6);
        Assert.Equal(golden.CalinskiHarabasz, CalinskiHarabasz.Score(data, golden.Truth)!.Value, golden.CalinskiHarabasz * 1e-9);
        Assert.Equal(golden.DaviesBouldin, DaviesBouldin.Score(data, golden.Truth)!.Value, golden.DaviesBouldin * 1e-9);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Dbscan_finds_the_same_noise_and_the_same_clusters_of_core_points(string name)
    {
        var golden = ScikitLearn.On(name);
        var labels = Dbscan.Fit(Data(name), golden.Epsilon, golden.MinPoints).Labels;
        Assert.Equal(golden.Noise, labels.Index().Where(row => row.Item < 0).Select(row => row.Index));
        var pairs = golden.CoreLabels.Zip(labels).Where(pair => pair.First >= 0).Distinct().ToList();
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.First).Count());
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.Second).Count());
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Principal_axes_agree_but_for_the_sign(string name)
    {
        var golden = ScikitLearn.On(name);
        var axes = PrincipalAxes.Fit(Data(name), golden.Axes.Length);
        for (int a = 0; a < golden.Axes.Length; a++)
        {
            Assert.Equal(golden.Variances[a], axes.Variances[a], golden.Variances[a] * 1e-9);
            Assert.Equal(golden.Shares[a], axes.Shares[a], 1e-9);
            Assert.Equal(1, Math.Abs(golden.Axes[a].Zip(axes.Axes[a], (x, y) => x * y).Sum()), 1e-9);
        }
    }

    private static Matrix Data(string name) => Matrix.FromColumns(TestData.Bench(name));
}
