using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class NearestMeanTests
{
    [Fact]
    public void A_row_is_of_the_class_with_the_nearest_mean_and_of_equals_the_lower()
    {
        var rule = NearestMean.Fit(Matrix.FromRows([[0, 0], [2, 0], [10, 0]]), [0, 0, 2]);

        Assert.Equal([1, 0], rule.Means[0]);
        Assert.Equal(0, rule.Predict([5.5, 3]));
        Assert.Equal(2, rule.Predict([5.6, 3]));
        Assert.Equal([0, 0, 1], rule.Probabilities([9, 9]));
    }

    [Fact]
    public void The_labels_of_KMeans_come_back_from_the_means_of_its_clusters()
    {
        var random = new SplitMix(3);
        var data = Matrix.FromRows([.. Enumerable.Range(0, 500).Select(_ => new[] { random.NextDouble(), random.NextDouble() })]);
        var found = Segmentation.Clustering.KMeans.Fit(data, 4);

        var again = NearestMean.Fit(data, found.Labels).Predict(data);

        Assert.InRange(again.Zip(found.Labels).Count(pair => pair.First != pair.Second), 0, 2);
    }
}
