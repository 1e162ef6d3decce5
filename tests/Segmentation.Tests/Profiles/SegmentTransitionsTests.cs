using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class SegmentTransitionsTests
{
    [Fact]
    public void A_segment_that_keeps_most_of_its_rows_survives()
    {
        var found = SegmentTransitions.Of([0, 0, 0, 0, 0, 1, 1], [1, 1, 1, 1, 0, 0, 0]);
        Assert.Equal([(0, SegmentFate.Survived), (1, SegmentFate.Survived)], Fates(found));
        Assert.Equal([1], found.Segments[0].After);
        Assert.Equal(0.8, found.Segments[0].Shares[0], 1e-12);
        Assert.Empty(found.Emerged);
    }

    [Fact]
    public void Two_that_meet_in_one_are_merged() =>
        Assert.Equal([(0, SegmentFate.Merged), (1, SegmentFate.Merged), (2, SegmentFate.Survived)], Fates(SegmentTransitions.Of([0, 0, 1, 1, 2], [0, 0, 0, 0, 1])));

    [Fact]
    public void One_whose_parts_are_large_enough_is_split()
    {
        var found = SegmentTransitions.Of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 1, 1, 2, 2]);
        Assert.Equal([(0, SegmentFate.Split)], Fates(found));
        Assert.Equal([1, 0], found.Segments[0].After);
        Assert.Equal([0.5, 0.3], found.Segments[0].Shares, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([2], found.Emerged);
    }

    [Fact]
    public void One_that_scatters_or_becomes_noise_vanishes()
    {
        Assert.Equal([(0, SegmentFate.Vanished)], Fates(SegmentTransitions.Of([0, 0, 0, 0, 0], [0, 1, 2, 3, 4])));
        Assert.Equal([(0, SegmentFate.Vanished)], Fates(SegmentTransitions.Of([0, 0], [-1, -1])));
        Assert.Equal([0], SegmentTransitions.Of([-1, -1], [0, 0]).Emerged);
    }

    [Fact]
    public void Thresholds_are_inclusive() =>
        Assert.Equal([(0, SegmentFate.Survived)], Fates(SegmentTransitions.Of([0, 0], [0, 1], survive: 0.5)));

    private static IEnumerable<(int, SegmentFate)> Fates(SegmentTransitions found) => found.Segments.Select(segment => (segment.Before, segment.Fate));
}
