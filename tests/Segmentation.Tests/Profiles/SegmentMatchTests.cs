using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class SegmentMatchTests
{
    [Fact]
    public void Renumbered_segments_find_each_other() =>
        Assert.Equal([2, 0, 1], SegmentMatch.ByJaccard([0, 0, 1, 1, 2, 2], [1, 1, 2, 2, 0, 0]));

    [Fact]
    public void A_segment_that_split_lives_on_in_its_larger_half() =>
        Assert.Equal([0, -1], SegmentMatch.ByJaccard([0, 0, 0, 0, 0], [0, 0, 0, 1, 1]));

    [Fact]
    public void Noise_pairs_with_nothing_but_counts_in_the_size() =>
        Assert.Equal([-1], SegmentMatch.ByJaccard([0, 0, 0, -1], [0, -1, -1, -1]));

    [Fact]
    public void Half_in_common_is_enough() =>
        Assert.Equal([0], SegmentMatch.ByJaccard([0, 0], [0, -1]));

    [Fact]
    public void Without_clusters_there_is_nothing_to_match()
    {
        Assert.Empty(SegmentMatch.ByJaccard([0, 1], [-1, -1]));
        Assert.Equal([-1, -1], SegmentMatch.ByJaccard([-1, -1], [0, 1]));
    }

    [Fact]
    public void The_assignment_is_the_cheapest_of_all_permutations()
    {
        var random = new SplitMix(1);
        for (int trial = 0; trial < 200; trial++)
        {
            int n = 1 + random.NextBelow(6);
            var costs = new double[n, n];
            for (int cell = 0; cell < n * n; cell++)
                costs[cell / n, cell % n] = random.NextBelow(20) - 10;
            var columns = Assignment.Cheapest(costs);
            Assert.Equal(Enumerable.Range(0, n), columns.Order());
            double least = Permutations([.. Enumerable.Range(0, n)]).Min(order => order.Select((column, row) => costs[row, column]).Sum());
            Assert.Equal(least, columns.Select((column, row) => costs[row, column]).Sum());
        }
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]), (first, rest) => (int[])[first, .. rest]);
}
