namespace Segmentation.Quality;

/// <summary>
/// How clusters come out of each other as their number grows: segment level stability across solutions (Dolnicar and Leisch,
/// Marketing Letters 28, 2017). A cluster that stays in one piece over many solutions does not hang on the choice of k.
/// </summary>
public static class SolutionTrack
{
    /// <summary>
    /// Row-aligned labels of each solution, fewest clusters first. With p the shares in which a cluster recruits its rows from
    /// the k clusters of the solution before, its stability is 1 + Σ p ln p / ln k, and 1 for k = 1. O(rows) per solution.
    /// </summary>
    public static IReadOnlyList<SolutionStep> Of(IReadOnlyList<int[]> solutions)
    {
        if (solutions.Any(labels => labels.Length != solutions[0].Length))
            throw new ArgumentException("Solutions need one label for each of the same rows.", nameof(solutions));
        return [.. solutions.Select((labels, i) => Step(i == 0 ? null : solutions[i - 1], labels))];
    }

    private static SolutionStep Step(int[]? before, int[] labels)
    {
        var sizes = ClusterSizes.Of(labels, ClusterSizes.Clusters(labels));
        if (before is null)
            return new SolutionStep(sizes, [], []);
        var recruits = Recruits(before, labels, sizes.Length);
        return new SolutionStep(sizes, recruits, [.. recruits.Select(Stability)]);
    }

    private static int[][] Recruits(int[] before, int[] labels, int clusters)
    {
        int sources = ClusterSizes.Clusters(before);
        int[][] recruits = [.. Enumerable.Range(0, clusters).Select(_ => new int[sources])];
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0 && before[i] >= 0)
                recruits[labels[i]][before[i]]++;
        }
        return recruits;
    }

    private static double Stability(int[] recruits)
    {
        double size = recruits.Sum();
        if (size == 0 || recruits.Length == 1)
            return size == 0 ? 0 : 1;
        double entropy = -recruits.Where(count => count > 0).Sum(count => count / size * Math.Log(count / size));
        return 1 - entropy / Math.Log(recruits.Length);
    }
}
