using Dashboard.Targets;

namespace Dashboard.Tests.Targets;

public sealed class RatingsTests
{
    private static readonly Measured Nothing = new(new Dictionary<int, double>(), new Dictionary<int, double>(), new Dictionary<int, double>());

    [Fact]
    public void A_total_is_the_weighted_mean_of_the_scores() =>
        Assert.Equal(8.5, Ratings.Total([Of("a", 30, (0, 10)), Of("b", 10, (0, 4))], 0, Nothing));

    [Fact]
    public void A_criterion_without_a_score_or_a_weight_does_not_count()
    {
        Assert.Equal(6, Ratings.Total([Of("a", 30, (0, 6)), Of("b", 10, (1, 1)), Of("c", 0, (0, 9))], 0, Nothing));
        Assert.Null(Ratings.Total([Of("b", 10, (1, 1))], 0, Nothing));
    }

    [Fact]
    public void What_was_measured_counts_until_the_team_says_otherwise()
    {
        var measured = Nothing with { Sizes = new Dictionary<int, double> { [0] = 10, [1] = 5 } };
        var size = new Criterion("Size", 50, Measure.Size, new Dictionary<int, double> { [1] = 7 });
        Assert.Equal([10.0, 7.0], new[] { 0, 1 }.Select(i => Ratings.Total([size], i, measured)!.Value));
    }

    [Fact]
    public void Ratings_come_back_from_where_they_are_kept_as_they_were()
    {
        var ratings = new Ratings([Of("a", 30, (0, 6), (2, 1.5))], [Of("b", 10)], [0, 2], "Spending");
        Assert.Equal(ratings.ToJson(), Ratings.FromJson(ratings.ToJson()).ToJson());
        Assert.Equal(1.5, Ratings.FromJson(ratings.ToJson()).Attraction[0].Scores[2]);
    }

    private static Criterion Of(string name, double weight, params (int Segment, double Score)[] scores) =>
        new(name, weight, Measure.None, scores.ToDictionary(s => s.Segment, s => s.Score));
}
