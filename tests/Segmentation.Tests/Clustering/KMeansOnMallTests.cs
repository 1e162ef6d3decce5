using Segmentation.Clustering;
using Segmentation.Quality;
using static Segmentation.Tests.Mall;

namespace Segmentation.Tests.Clustering;

public sealed class KMeansOnMallTests
{
    [SkippableFact]
    public void Standardised_income_and_spending_give_the_published_figures()
    {
        var data = Mall.Standard(Income, Spending);
        var result = KMeans.Fit(data, 5);
        Assert.Equal([81, 39, 35, 23, 22], Sizes(result));
        Assert.Equal(65.56840815571681, result.Wcss!.Value, 1e-5);
        Assert.Equal(0.5546571631111091, Silhouette.Mean(data, result.Labels)!.Value, 1e-6);
        Assert.Equal(0.5722356162263352, DaviesBouldin.Score(data, result.Labels)!.Value, 1e-6);
        Assert.Equal(248.64932001536357, CalinskiHarabasz.Score(data, result.Labels)!.Value, 1e-4);
    }

    [SkippableTheory]
    [InlineData(1, 269981.28)]
    [InlineData(2, 181363.59595959607)]
    [InlineData(3, 106348.37306211119)]
    [InlineData(4, 73679.78903948837)]
    [InlineData(5, 44448.45544793369)]
    public void Raw_income_and_spending_reach_the_published_sum_exactly(int k, double published)
    {
        double wcss = KMeans.Fit(Mall.Raw(Income, Spending), k).Wcss!.Value;
        Assert.Equal(published, wcss, published * 1e-9);
    }

    // The least sum that anyone has published for each k.
    [SkippableTheory]
    [InlineData(6, 37233.81451071001)]
    [InlineData(7, 30241.34362)]
    [InlineData(8, 25031.41895)]
    [InlineData(9, 21826.93630)]
    [InlineData(10, 19634.554629349972)]
    public void Raw_income_and_spending_are_no_worse_than_anything_published(int k, double published)
    {
        double wcss = KMeans.Fit(Mall.Raw(Income, Spending), k).Wcss!.Value;
        Assert.True(wcss <= published * (1 + 1e-9), $"k = {k}: {wcss} is more than {published}.");
    }

    [SkippableTheory]
    [InlineData(2, .2968969163)]
    [InlineData(3, .4676135816)]
    [InlineData(4, .4931963109)]
    [InlineData(5, .5539319974)]
    [InlineData(6, .5397610306)]
    public void Raw_silhouettes_are_the_published_ones(int k, double published)
    {
        var data = Mall.Raw(Income, Spending);
        Assert.Equal(published, Silhouette.Mean(data, KMeans.Fit(data, k).Labels)!.Value, 1e-6);
    }

    [SkippableTheory]
    [InlineData(2, 212840.169821)]
    [InlineData(3, 143342.751572)]
    [InlineData(4, 104366.151456)]
    [InlineData(5, 75350.779172)]
    [InlineData(6, 58300.443322)]
    public void Three_raw_columns_reach_the_best_known_sum(int k, double best)
    {
        double wcss = KMeans.Fit(Mall.Raw(Age, Income, Spending), k).Wcss!.Value;
        Assert.Equal(best, wcss, best * 1e-9);
    }

    [SkippableTheory]
    [InlineData(7, 51082.542968)]
    [InlineData(8, 44344.28038)]
    [InlineData(9, 40602.406941)]
    [InlineData(10, 37492.200649)]
    public void Three_raw_columns_come_within_two_percent_of_the_best_known_sum(int k, double best)
    {
        double wcss = KMeans.Fit(Mall.Raw(Age, Income, Spending), k).Wcss!.Value;
        Assert.InRange(wcss, 0, best * 1.02);
    }

    [SkippableFact]
    public void Three_raw_columns_are_best_split_in_six()
    {
        var data = Mall.Raw(Age, Income, Spending);
        var result = KMeans.Fit(data, 6);
        Assert.Equal([45, 39, 38, 35, 22, 21], Sizes(result));
        Assert.Equal(0.4523443948, Silhouette.Mean(data, result.Labels)!.Value, 1e-6);
        Assert.Equal(6, ClusterSweep.Run(data).BestK);
    }

    [SkippableTheory]
    [InlineData(1, 600, 1e-3)]
    [InlineData(2, 389.386189, 1e-3)]
    [InlineData(3, 295.212246, 1e-3)]
    [InlineData(4, 205.225147, 1e-3)]
    [InlineData(5, 168.24758, 1e-3)]
    [InlineData(6, 133.868334, 1e-3)]
    public void Three_standardised_columns_reach_the_best_known_sum(int k, double best, double tolerance)
    {
        double wcss = KMeans.Fit(Mall.Standard(Age, Income, Spending), k).Wcss!.Value;
        Assert.Equal(best, wcss, tolerance);
    }

    [SkippableFact]
    public void The_centres_are_the_published_ones_in_order_of_size()
    {
        var result = KMeans.Fit(Mall.Raw(Income, Spending), 5);
        double[][] published =
        [
            [55.2962963, 49.51851852],
            [86.53846154, 82.12820513],
            [88.2, 17.11428571],
            [26.30434783, 20.91304348],
            [25.72727273, 79.36363636],
        ];
        for (int c = 0; c < 5; c++)
        {
            Assert.Equal(published[c][0], result.Centres[c][0], 1e-8);
            Assert.Equal(published[c][1], result.Centres[c][1], 1e-8);
        }
    }

    [SkippableFact]
    public void The_sums_of_one_to_ten_clusters_bend_at_five()
    {
        var sweep = ClusterSweep.Run(Mall.Raw(Income, Spending));
        double[] k = [.. sweep.Steps.Select(step => (double)step.K)];
        Assert.Equal(5, sweep.Steps[Elbow.Find(k, [.. sweep.Steps.Select(step => step.Wcss)])!.Value].K);
        Assert.Equal(5, sweep.BestK);
    }

    private static int[] Sizes(ClusteringResult result) =>
        [.. Enumerable.Range(0, result.Clusters).Select(c => result.Labels.Count(label => label == c))];
}
