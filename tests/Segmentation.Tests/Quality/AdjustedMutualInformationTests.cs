using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class AdjustedMutualInformationTests
{
    [Fact]
    public void Scores_agree_with_scikit_learn() =>
        Assert.All(QualityGolden.All.Information, pair => Assert.Equal(pair.Score, AdjustedMutualInformation.Index(pair.A, pair.B), 1e-10));

    [Fact]
    public void Equal_partitions_score_one_whatever_their_labels()
    {
        Assert.Equal(1, AdjustedMutualInformation.Index([0, 0, 1, -1], [7, 7, -1, 2]));
        Assert.Equal(1, AdjustedMutualInformation.Index([1, 2, 3], [3, 1, 2]));
        Assert.Equal(1, AdjustedMutualInformation.Index([4, 4], [0, 0]));
        Assert.Equal(1, AdjustedMutualInformation.Index([], []));
    }

    [Fact]
    public void One_group_says_nothing_about_several() =>
        Assert.Equal(0, AdjustedMutualInformation.Index([0, 0, 0, 0], [0, 1, 1, 2]), 1e-12);

    [Fact]
    public void Shuffled_labels_score_nothing_on_average_and_both_ways_alike() =>
        Assert.Equal(0, Enumerable.Range(0, 300).Average(seed =>
        {
            var random = new SplitMix(seed);
            int[] a = [.. Enumerable.Range(0, 60).Select(_ => random.NextBelow(4))], b = [.. Tables.Shuffle(60, random).Select(i => a[i])];
            Assert.Equal(AdjustedMutualInformation.Index(a, b), AdjustedMutualInformation.Index(b, a), 1e-12);
            return AdjustedMutualInformation.Index(a, b);
        }), 0.01);

    [Fact]
    public void Labels_of_another_length_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedMutualInformation.Index([0, 1], [0]));
}
