using Dashboard.Selections;
using Segmentation.Quality;

namespace Dashboard.Tests.Selections;

public sealed class SelectionVerdictTests
{
    [Theory]
    [InlineData(StructureKind.Natural, "3 natural groups")]
    [InlineData(StructureKind.Reproducible, "No natural groups, but 3 segments that come back")]
    [InlineData(StructureKind.Constructive, "No natural groups: 3 segments would be your choice")]
    public void The_headline_says_what_kind_of_segments_these_are(StructureKind kind, string headline) =>
        Assert.Equal(headline, SelectionVerdict.Of(Found() with { Structure = kind }).Headline);

    [Fact]
    public void Those_who_say_otherwise_are_named_with_what_they_say() =>
        Assert.Contains("2 of 4 indices say 3; the gap says 1; Calinski–Harabasz says 2.", SelectionVerdict.Of(Found()).Reasons);

    [Fact]
    public void Stability_is_told_of_all_or_of_those_that_lack_it()
    {
        Assert.Contains("All segments at 3 are stable: even the weakest comes back by 80 %.", SelectionVerdict.Of(Found(0.9, 0.8, 1)).Reasons);
        Assert.Contains("1 of 3 segments is not stable: the weakest comes back by only 40 %.", SelectionVerdict.Of(Found(0.9, 0.4, 1)).Reasons);
        Assert.Contains("2 of 3 segments are not stable: the weakest comes back by only 40 %.", SelectionVerdict.Of(Found(0.5, 0.4, 1)).Reasons);
    }

    [Fact]
    public void The_share_of_the_smallest_is_of_those_that_were_segmented() =>
        Assert.Contains("The smallest has 5 customers (25 %).", SelectionVerdict.Of(Found()).Reasons);

    [Theory]
    [InlineData(0.01, "gather more than chance")]
    [InlineData(0.4, "do not gather more than chance")]
    public void Hopkins_is_read_by_its_chance(double chance, string said) =>
        Assert.Contains(said, SelectionVerdict.Of(Found() with { Hopkins = new(0.6, chance, 20) }).Text);

    [Fact]
    public void Where_one_segment_has_the_most_votes_there_are_no_groups() =>
        Assert.Equal("No groups were found", SelectionVerdict.Of(Found() with { Advised = 1 }).Headline);

    private static SelectionFindings Found(params double[] stabilities)
    {
        double[] came = stabilities.Length == 0 ? [0.9, 0.9, 0.9] : stabilities;
        NumberScore[] scores = [new(1, 9, null, null, null, 0, 0, [1], 20), new(2, 5, 0.4, 7, 1, 0, 0, [1, 1], 8), new(3, 1, 0.6, 5, null, 0, 0, came, 5)];
        return new(100, 0, 20, 20, scores, [], new Votes(3, 3, 2, null, 1), 3, StructureKind.Reproducible, null, null);
    }
}
