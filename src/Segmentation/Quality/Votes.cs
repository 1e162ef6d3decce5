namespace Segmentation.Quality;

/// <summary>The number of clusters that each index prefers, null where it has no opinion: no knee, or undefined throughout.</summary>
public sealed record Votes(int? Elbow, int? Silhouette, int? CalinskiHarabasz, int? DaviesBouldin, int? Gap)
{
    /// <summary>
    /// The knee of WCSS, the greatest silhouette and variance ratio, the least Davies–Bouldin index (of equals the smaller k),
    /// and the gap statistic's own rule. Only the elbow and the gap can speak for k = 1.
    /// </summary>
    public static Votes Of(IReadOnlyList<SweepStep> steps, GapStatistic? gap = null)
    {
        int? knee = Quality.Elbow.Find([.. steps.Select(step => (double)step.K)], [.. steps.Select(step => step.Wcss)]);
        return new Votes(
            knee is null ? null : steps[knee.Value].K,
            steps.Where(step => step.Silhouette is not null).MaxBy(step => step.Silhouette)?.K,
            steps.Where(step => step.CalinskiHarabasz is not null).MaxBy(step => step.CalinskiHarabasz)?.K,
            steps.Where(step => step.DaviesBouldin is not null).MinBy(step => step.DaviesBouldin)?.K,
            gap?.ChosenK);
    }

    /// <summary>How many indices have an opinion, and how many of them prefer this k.</summary>
    public (int Voters, int For) Count(int k)
    {
        int?[] votes = [Elbow, Silhouette, CalinskiHarabasz, DaviesBouldin, Gap];
        return (votes.Count(vote => vote is not null), votes.Count(vote => vote == k));
    }
}
