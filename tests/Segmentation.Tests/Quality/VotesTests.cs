using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class VotesTests
{
    private static readonly SweepStep[] Steps =
    [
        new(1, 100, null, null, null, 30),
        new(2, 50, 0.4, 20, 0.9, 12),
        new(3, 10, 0.7, 40, 0.3, 9),
        new(4, 8, 0.7, 60, 0.3, 5),
        new(5, 5, 0.3, 50, 0.8, 1),
    ];

    [Fact]
    public void Each_index_votes_by_its_own_rule_and_of_equals_for_the_smaller_k()
    {
        var gap = new GapStatistic([], 1);
        var votes = Votes.Of(Steps, gap);
        Assert.Equal(new Votes(3, 3, 4, 3, 1), votes);
        Assert.Equal((5, 3), votes.Count(3));
        Assert.Equal((5, 0), votes.Count(2));
    }

    [Fact]
    public void An_index_without_values_abstains()
    {
        var votes = Votes.Of(Steps[..1]);
        Assert.Equal(new Votes(null, null, null, null, null), votes);
        Assert.Equal((0, 0), votes.Count(1));
    }

    [SkippableFact]
    public void The_mall_customers_are_five_to_most()
    {
        var data = Mall.Raw(Mall.Income, Mall.Spending);
        var sweep = ClusterSweep.Run(data);
        var votes = Votes.Of(sweep.Steps, GapStatistic.Of(data, sweep.Steps));
        Assert.Equal((5, 5, 1), (votes.Silhouette, votes.Elbow, votes.Gap));
    }
}
