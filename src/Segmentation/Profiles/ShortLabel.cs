using System.Text;

namespace Segmentation.Profiles;

/// <summary>
/// The word a marketer would use for a feature: the label in small letters, without what stands in brackets, without leading
/// words that only say how it was counted and trailing words that only say it is a number. "Annual Income (k$)" is "income",
/// "Spending Score (1-100)" is "spending", "NumWebPurchases" is "web purchases". Words that would be all of the label stay.
/// </summary>
internal static class ShortLabel
{
    private static readonly HashSet<string> Leading =
        ["annual", "yearly", "monthly", "total", "average", "avg", "mean", "number", "num", "nr", "no", "count", "cnt", "amount", "amt", "mnt", "of", "the"];
    private static readonly HashSet<string> Trailing = ["score", "index", "value", "amount", "amt", "rate", "count", "cnt", "ct"];

    private static readonly HashSet<string> Counting = ["number", "num", "nr", "count", "cnt"];
    private static readonly HashSet<string> Spans = ["days", "weeks", "months", "years"];

    // Plurals that are sums of money, not counted things.
    private static readonly HashSet<string> Sums = ["sales", "costs", "charges", "earnings", "expenses", "savings", "returns", "fees"];

    // Where "high age" is not what anyone says, or "low recency" would be taken for its contrary.
    private static readonly Dictionary<string, (string High, string Low)> Spoken = new()
    {
        ["age"] = ("older", "younger"),
        ["year birth"] = ("younger", "older"),
        ["year of birth"] = ("younger", "older"),
        ["birth year"] = ("younger", "older"),
        ["recency"] = ("lapsed", "recent"),
        ["frequency"] = ("frequent", "infrequent"),
        ["tenure"] = ("long-standing", "new"),
        ["cancelled"] = ("many cancellations", "few cancellations"),
    };

    public static string Of(string label)
    {
        var words = Words(label);
        while (words.Count > 1 && Leading.Contains(words[0]))
            words.RemoveAt(0);
        // A high recency score is a low recency, so that these two are not the same word.
        while (words.Count > 1 && Trailing.Contains(words[^1]) && words[^2] != "recency")
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? label.Trim() : string.Join(' ', words);
    }

    /// <summary>The short labels of features that are named together: those that would be called alike keep all of their words.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<string> labels) => labels.Distinct().GroupBy(Of)
        .SelectMany(alike => alike.Count() == 1 ? [(alike.First(), alike.Key)] : alike.Select(label => (label, string.Join(' ', Words(label)))))
        .ToDictionary();

    /// <summary>"high income", "low income"; "older" and "younger" for age, "many orders" for a number of orders, "last order long ago" for days since the last order.</summary>
    public static string Marked(string word, string label, bool high)
    {
        if (Spoken.TryGetValue(word, out var spoken))
            return high ? spoken.High : spoken.Low;
        var words = Words(label);
        if (words is [_, "since", _, ..] && Spans.Contains(words[0]))
            return $"{string.Join(' ', words[2..])} {(high ? "long ago" : "recently")}";
        if (Counting.Contains(words[0]) && word[^1] == 's' || words.Contains("per") && words[0][^1] == 's' && !Sums.Contains(words[0]))
            return (high ? "many " : "few ") + word;
        return (high ? "high " : "low ") + word;
    }

    /// <summary>In small letters, at blanks, underscores and where a capital follows a small letter.</summary>
    private static List<string> Words(string label)
    {
        var text = new StringBuilder();
        foreach (char letter in WithoutBrackets(label).Replace('_', ' '))
        {
            if (char.IsUpper(letter) && text.Length > 0 && char.IsLower(text[^1]))
                text.Append(' ');
            text.Append(letter);
        }
        return [.. text.ToString().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string WithoutBrackets(string label)
    {
        int open = label.IndexOfAny(['(', '[']);
        return open > 0 ? label[..open] : label;
    }
}
