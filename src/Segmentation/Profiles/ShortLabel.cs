namespace Segmentation.Profiles;

/// <summary>
/// The word a marketer would use for a feature: the label in small letters, without what stands in brackets, without leading
/// words that only say how it was counted and trailing words that only say it is a number. "Annual Income (k$)" is "income",
/// "Spending Score (1-100)" is "spending". Words that would be all of the label stay.
/// </summary>
internal static class ShortLabel
{
    private static readonly HashSet<string> Leading = ["annual", "yearly", "monthly", "total", "average", "avg", "mean", "number", "no", "count", "of", "the"];
    private static readonly HashSet<string> Trailing = ["score", "index", "value", "amount", "rate"];

    // Where "high age" is not what anyone says.
    private static readonly Dictionary<string, (string High, string Low)> Spoken = new() { ["age"] = ("older", "younger") };

    public static string Of(string label)
    {
        var words = WithoutBrackets(label).ToLowerInvariant().Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Leading.Contains(words[0]))
            words.RemoveAt(0);
        while (words.Count > 1 && Trailing.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? label.Trim() : string.Join(' ', words);
    }

    /// <summary>"high income", "low income"; "older" and "younger" for age.</summary>
    public static string Marked(string label, bool high)
    {
        string word = Of(label);
        if (Spoken.TryGetValue(word, out var spoken))
            return high ? spoken.High : spoken.Low;
        return (high ? "high " : "low ") + word;
    }

    private static string WithoutBrackets(string label)
    {
        int open = label.IndexOfAny(['(', '[']);
        return open > 0 ? label[..open] : label;
    }
}
