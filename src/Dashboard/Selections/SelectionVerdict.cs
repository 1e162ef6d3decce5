using Dashboard.Runs;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>The answer in plain words; it may be that there are no groups.</summary>
public sealed record SelectionVerdict(string Headline, string Meaning, IReadOnlyList<string> Reasons)
{
    public string Text => string.Join(' ', [$"{Headline}.", Meaning, .. Reasons]);

    public static SelectionVerdict Of(SelectionFindings found) => found switch
    {
        { RowsUsed: 1 } => new("One customer makes no groups", "Only one customer has a value in every feature. Choose features that more customers have.", []),
        { Scores: [{ K: 1, Wcss: 0 }] } => new("These customers are all alike", $"All {found.RowsUsed:N0} have the same value in each feature, so there is nothing to divide them by. Choose other features.", []),
        { Advised: 1 } => new("No groups were found", "Nothing speaks for more than one segment: customers spread without gaps. Any segments are your choice.", [Tally(found), .. Chance(found)]),
        _ => new(Headlined(found), Meant(found), [Tally(found), Steadiness(found.Best), Smallest(found), .. Chance(found)]),
    };

    private static string Headlined(SelectionFindings found) => found.Structure switch
    {
        StructureKind.Natural => $"{found.Advised} natural groups",
        StructureKind.Reproducible => $"No natural groups, but {found.Advised} segments that come back",
        _ => $"No natural groups: {found.Advised} segments would be your choice",
    };

    private static string Meant(SelectionFindings found) => found.Structure switch
    {
        StructureKind.Natural => "The segments stand apart from each other, and they come back when customers are drawn anew.",
        StructureKind.Reproducible => "Customers spread without clear gaps, but much the same segments come back when they are drawn anew. Plan with them, and expect customers at the borders who could be in either.",
        _ => "Customers spread without clear gaps, and other segments come out when they are drawn anew. Segments can still be useful; choose a number that your campaigns can serve, and do not expect the same borders next time.",
    };

    private static string Tally(SelectionFindings found)
    {
        var named = Named(found.Votes);
        var others = named.Where(vote => vote.K != found.Advised && vote.K is not null).GroupBy(vote => vote.K).OrderBy(group => group.Key);
        var (voters, votes) = found.Votes.Count(found.Advised);
        return voters == 0 ? "No index has an opinion." : $"{votes} of {voters} indices say {found.Advised}{string.Concat(others.Select(group => $"; {string.Join(" and ", group.Select(vote => vote.Name))} {(group.Count() == 1 ? "says" : "say")} {group.Key}"))}.";
    }

    private static (string Name, int? K)[] Named(Votes votes) =>
        [("the elbow", votes.Elbow), ("the silhouette", votes.Silhouette), ("Calinski–Harabasz", votes.CalinskiHarabasz), ("Davies–Bouldin", votes.DaviesBouldin), ("the gap", votes.Gap)];

    private static string Steadiness(NumberScore best)
    {
        var shaky = best.Stabilities.Count(stability => new ClusterStability(0, stability, []).Verdict < StabilityVerdict.Stable);
        return shaky == 0 ? $"All segments at {best.K} are stable: even the weakest comes back by {best.LeastStable:P0}."
            : $"{shaky} of {best.K} segments {(shaky == 1 ? "is" : "are")} not stable: the weakest comes back by only {best.LeastStable:P0}.";
    }

    private static string Smallest(SelectionFindings found) =>
        $"The smallest has {found.Best.Smallest:N0} customers ({Figure.Share(found.Best.Smallest / (double)found.Sampled)}).";

    private static IEnumerable<string> Chance(SelectionFindings found) => found.Hopkins is not { } hopkins ? []
        : [$"Hopkins statistic {hopkins.Statistic:0.00}, where 0.5 means spread evenly: customers {(hopkins.PValue < 0.05 ? "gather more than chance would have it" : "do not gather more than chance would have it")}."];
}
