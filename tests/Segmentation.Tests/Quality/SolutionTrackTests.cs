using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class SolutionTrackTests
{
    [Fact]
    public void A_split_a_whole_and_a_mixture_by_hand()
    {
        int[] two = [0, 0, 0, 0, 1, 1, 1, 1];
        int[] three = [0, 0, 1, 1, 1, 1, 2, 2];
        var steps = SolutionTrack.Of([new int[8], two, three]);
        Assert.Empty(steps[0].Recruits);
        Assert.Equal([1, 1], steps[1].Stability);
        Assert.Equal([2, 4, 2], steps[2].Sizes);
        Assert.Equal([[2, 0], [2, 2], [0, 2]], steps[2].Recruits);
        Assert.Equal([1, 0, 1], steps[2].Stability);
    }

    [Fact]
    public void Entropy_is_over_that_of_equal_shares()
    {
        // Shares 3/4 and 1/4 of three clusters.
        var step = SolutionTrack.Of([[0, 0, 0, 1, 2], [0, 0, 0, 0, 1]])[1];
        double entropy = -(0.75 * Math.Log(0.75) + 0.25 * Math.Log(0.25));
        Assert.Equal(1 - entropy / Math.Log(3), step.Stability[0], 1e-12);
    }

    [Fact]
    public void Noise_is_left_out()
    {
        var step = SolutionTrack.Of([[0, 1, -1, 1, 0], [0, -1, 0, 0, 1]])[1];
        Assert.Equal([[1, 1], [1, 0]], step.Recruits);
        Assert.Equal([3, 1], step.Sizes);
        Assert.Equal(0, SolutionTrack.Of([[-1, 0], [0, -1]])[1].Stability[0]);
    }

    [Fact]
    public void The_fits_of_a_sweep_can_be_tracked()
    {
        var sweep = ClusterSweep.Run(Tables.Blobs(400, 2, 4, seed: 6), 1, 6);
        var steps = SolutionTrack.Of([.. sweep.Fits.Select(fit => fit.Labels)]);
        Assert.Equal(sweep.Steps.Select(step => step.K), steps.Select(step => step.Sizes.Length));
        Assert.All(steps.Skip(1), step => Assert.Equal(step.Sizes, step.Recruits.Select(recruits => recruits.Sum())));
        Assert.All(steps.SelectMany(step => step.Stability), stability => Assert.InRange(stability, -1e-12, 1));
    }

    [Fact]
    public void Solutions_of_other_rows_are_refused() =>
        Assert.Throws<ArgumentException>(() => SolutionTrack.Of([[0, 0], [0]]));
}
