using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class HomogeneityTests
{
    [Fact]
    public void Statistic_and_chance_are_those_of_scipy() => Assert.All(DriftGolden.All.Tables, golden =>
    {
        var found = Homogeneity.Of(golden.Before, golden.After)!;
        Assert.Equal(golden.Statistic, found.Statistic, 1e-9);
        Assert.Equal(golden.Chance, found.PValue, 1e-9);
    });

    [Fact]
    public void Kinds_that_never_occur_count_for_nothing_and_one_kind_alone_has_no_answer()
    {
        Assert.Equal(1, Homogeneity.Of([10, 0, 20], [20, 0, 10])!.Freedom);
        Assert.Null(Homogeneity.Of([10, 0], [20, 0]));
        Assert.Null(Homogeneity.Of([0, 0], [20, 1]));
    }

    [Fact]
    public void The_tail_of_the_binomial_is_that_of_scipy() =>
        Assert.All(DriftGolden.All.Binomials, golden => Assert.Equal(golden.Chance, Binomial.UpperTail(golden.Hits, golden.Tries, golden.Share), 1e-9));
}
