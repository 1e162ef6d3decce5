using Dashboard.Runs;

namespace Dashboard.Selections;

/// <summary>What to see in a chart of an answer, in plain words.</summary>
public static class SelectionReading
{
    public static string Of(string chart, SelectionFindings found)
    {
        var votes = found.Votes;
        NumberScore At(int k) => found.Scores.Single(score => score.K == k);
        return chart switch
        {
            "elbow" => votes.Elbow is { } k ? $"The line bends at {k}: up to there each further segment makes the groups much tighter, beyond it little." : "The line has no clear bend.",
            "silhouette" => votes.Silhouette is { } k ? $"Highest at {k}, with {At(k).Silhouette:0.00}: {Reading.OfSilhouette(At(k).Silhouette)}." : "",
            "calinski-harabasz" => votes.CalinskiHarabasz is { } k ? $"Highest at {k}: there segments stand furthest apart for how wide they are." : "",
            "davies-bouldin" => votes.DaviesBouldin is { } k ? $"Lowest at {k}: there segments overlap least with their neighbours." : "",
            "gap" => votes.Gap switch
            {
                null => "No number is as good as the next one within the error.",
                1 => "The rule stops at 1: two segments fit no better than they would by chance. Later gaps may still be larger.",
                int k => $"The rule stops at {k}: one segment more fits no better than it would by chance.",
            },
            "stability" => "The line is the mean over the segments, the bar reaches from the weakest to the strongest.",
            "splits" => "Bands that stay in one piece are segments that do not hang on the number that you choose.",
            "kdistance" => found.Density is { } density ? $"The line bends at {Figure.Text(density.Epsilon)}: within this distance most customers have company." : "",
            _ => "",
        };
    }
}
