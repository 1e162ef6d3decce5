using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class FeatureImportanceTests
{
    private static readonly Matrix Data = Tables.Blobs(1000, 3, 6, seed: 8);
    private static readonly int[] Labels = [.. Enumerable.Range(0, Data.Rows).Select(i => Data[i, 1] > 5 ? 1 : 0)];

    [Fact]
    public void Only_the_feature_that_decides_is_important()
    {
        var importance = FeatureImportance.Of(GradientBoosting.Fit(Data, Labels, rounds: 10), Data, Labels);
        Assert.Equal([0, 1, 2], importance.Select(feature => feature.Feature));
        Assert.Equal((0, 0), (importance[0].Mean, importance[2].Mean));
        Assert.InRange(importance[1].Mean, 0.3, 0.7);
        Assert.InRange(importance[1].Deviation, 1e-9, 0.05);
    }

    [Fact]
    public void Same_seed_same_numbers_whatever_the_threads_and_inputs_are_untouched()
    {
        var model = RandomForest.Fit(Data, Labels, trees: 5);
        var before = Data.Column(1).ToArray();
        var one = FeatureImportance.Of(model, Data, Labels, seed: 3);
        Assert.Equal(one, FeatureImportance.Of(model, Data, Labels, seed: 3, threads: 5));
        Assert.NotEqual(one, FeatureImportance.Of(model, Data, Labels, seed: 4));
        Assert.Equal(before, Data.Column(1).ToArray());
    }

    [Fact]
    public void A_cancelled_search_stops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        FeatureImportance.Of(RandomForest.Fit(Data, Labels, trees: 2), Data, Labels, cancellation: new CancellationToken(true)));
}
