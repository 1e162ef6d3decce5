using Segmentation.Clustering;
using Segmentation.Projection;
using Segmentation.Quality;
using Segmentation.Scaling;

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

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_mixture_from_the_true_clusters_agrees(string name)
    {
        var golden = ScikitLearn.On(name);
        AssertSame(golden.Full, GaussianMixture.FitFrom(Standard(name), Clusters(golden.Truth), CovarianceShape.Full, tolerance: 1e-9, maxIterations: 5000));
        AssertSame(golden.Diagonal, GaussianMixture.FitFrom(Standard(name), Clusters(golden.Truth), CovarianceShape.Diagonal, tolerance: 1e-9, maxIterations: 5000));
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_mixture_of_a_hundred_starts_is_no_less_likely_than_the_best_of_ten(string name)
    {
        var golden = ScikitLearn.On(name);
        var data = Standard(name);
        int k = golden.Truth.Distinct().Count();
        double full = GaussianMixture.Fit(data, k, CovarianceShape.Full, starts: 100).LogLikelihood;
        double diagonal = GaussianMixture.Fit(data, k, CovarianceShape.Diagonal, starts: 100).LogLikelihood;
        Assert.True(full >= golden.Full.BestOfTen - 1e-3 * data.Rows, $"Full: {full} is less than {golden.Full.BestOfTen}.");
        Assert.True(diagonal >= golden.Diagonal.BestOfTen - 1e-3 * data.Rows, $"Diagonal: {diagonal} is less than {golden.Diagonal.BestOfTen}.");
    }

    private static void AssertSame(GoldenMixture golden, MixtureResult found)
    {
        Assert.Equal(golden.LogLikelihood, found.LogLikelihood, 1e-5 * golden.Labels.Length);
        Assert.Equal(golden.Bic, found.Bic, 2e-5 * golden.Labels.Length);
        Assert.Equal(golden.Aic, found.Aic, 2e-5 * golden.Labels.Length);
        Assert.InRange(AdjustedRand.Index(golden.Labels, found.Clustering.Labels), 0.999, 1);
        Assert.Equal(golden.Weights.Order(), found.Mixture.Weights.Order(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    private static int[] Clusters(int[] truth)
    {
        var names = truth.Distinct().Order().ToList();
        return [.. truth.Select(label => names.IndexOf(label))];
    }

    private static Matrix Standard(string name)
    {
        var columns = Tables.Columns(Data(name));
        return Scaler.Fit(columns, ScalingMethod.Standard).Transform(columns);
    }

    private static Matrix Data(string name) => ScikitLearn.On(name).Columns is { } columns ? Matrix.FromColumns(columns) : Matrix.FromColumns(TestData.Bench(name));
}
