using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>The segments of one number: their sizes, how many each has from each segment of the number before, how well each held together, and its colour and shape.</summary>
public sealed record SplitStage(int[] Sizes, int[][] From, double[] Stability, int[] Slots)
{
    public static IReadOnlyList<SplitStage> Of(IReadOnlyList<int[]> solutions)
    {
        var stages = new List<SplitStage>();
        foreach (var (i, step) in SolutionTrack.Of(solutions).Index())
        {
            stages.Add(new(step.Sizes, step.Recruits, step.Stability, i == 0 ? [.. Enumerable.Range(0, step.Sizes.Length)] : Continued(stages[^1].Slots, solutions[i - 1], solutions[i])));
        }
        return stages;
    }

    /// <summary>A segment keeps its look in the one that is most like it; what is new takes the next look that is free.</summary>
    private static int[] Continued(int[] slots, int[] before, int[] after)
    {
        var matches = SegmentMatch.ByJaccard(before, after, threshold: 0);
        var taken = matches.Where(match => match >= 0).Select(match => slots[match]).ToHashSet();
        return [.. matches.Select(match => match >= 0 ? slots[match] : Enumerable.Range(0, int.MaxValue).First(taken.Add))];
    }
}
