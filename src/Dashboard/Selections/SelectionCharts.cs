using Charts;

namespace Dashboard.Selections;

/// <summary>The charts of an answer, by name; null where there is nothing to draw.</summary>
public static class SelectionCharts
{
    public static readonly string[] Names = ["elbow", "silhouette", "calinski-harabasz", "davies-bouldin", "gap", "stability", "splits", "kdistance"];

    public static Chart? Draw(string name, SelectionFindings found) => name switch
    {
        "elbow" => Line(found, "Spread within segments", "How far customers are from the middle of their segment. Where the line bends, more segments gain little.", "Sum of squares", s => s.Wcss, found.Votes.Elbow, "bends at"),
        "silhouette" => Line(found, "Silhouette", "How much nearer customers are to their own segment than to the next one. Higher is better.", "Silhouette", s => s.Silhouette, found.Votes.Silhouette, "highest at"),
        "calinski-harabasz" => Line(found, "Calinski–Harabasz index", "The spread between segments over the spread within. Higher is better.", "Index", s => s.CalinskiHarabasz, found.Votes.CalinskiHarabasz, "highest at"),
        "davies-bouldin" => Line(found, "Davies–Bouldin index", "How much segments overlap with their nearest neighbour. Lower is better.", "Index", s => s.DaviesBouldin, found.Votes.DaviesBouldin, "lowest at"),
        "gap" => Line(found, "Gap statistic", "How much tighter the segments are than in made-up customers without any groups, with the error of that comparison.", "Gap", s => s.Gap, found.Votes.Gap, "the rule says", s => (s.Gap - s.GapError, s.Gap + s.GapError)),
        "stability" => Line(found, "How well segments come back", "The mean over the segments, and the range from the least stable to the most stable one, when customers are drawn anew.", "Share that comes back", s => s.MeanStability, null, "", s => (s.LeastStable, s.Stabilities.Max())),
        "splits" => Splits(found),
        "kdistance" => Distances(found.Density),
        _ => null,
    };

    private static LineChart? Line(SelectionFindings found, string title, string about, string axis, Func<NumberScore, double?> value, int? vote, string says, Func<NumberScore, (double, double)>? span = null)
    {
        var shown = found.Scores.Where(score => value(score) is not null).ToList();
        return shown.Count == 0 ? null : new LineChart(title, about, "Number of segments", axis, [.. shown.Select(s => (double)s.K)], [.. shown.Select(s => value(s)!.Value)],
            vote, vote is null ? "" : $"{says} {vote}", span is null ? null : [.. shown.Select(span)]);
    }

    private static Alluvial? Splits(SelectionFindings found) => found.Splits.Count < 2 ? null : new Alluvial("How segments split",
        "Each column is a number of segments, each bar a segment. The bands show where its customers go when there is one segment more.",
        [.. found.Splits.Zip(found.Scores, (stage, score) => new AlluvialStage($"{score.K}", [.. stage.Sizes.Select((size, i) => Group(stage, i))]))], "Holds together");

    private static AlluvialGroup Group(SplitStage stage, int i) => new(
        $"Segment {stage.Slots[i] + 1}", stage.Slots[i], stage.Sizes[i], stage.From.Length == 0 ? [] : [.. stage.From[i].Select(count => (long)count)],
        stage.Stability.Length == 0 ? "" : stage.Stability[i].ToString("0.00"));

    private static LineChart? Distances(Density? density) => density is null || density.Ranks.Length < 2 ? null : new LineChart("Distance to the nearest customers",
        $"For each customer the distance within which there are {density.MinPoints}, themselves counted; the loneliest first. At the bend customers stop being lonely.",
        "Customers, the loneliest first", "Distance", density.Ranks, density.Distances, density.Knee, density.Knee is null ? "" : $"epsilon {NumberText.Of(density.Epsilon)}");
}
