namespace Segmentation.Profiles;

/// <summary>
/// How segments and the words of a column go together. CramersV (Cramér 1946, without correction for small samples) is 0 for
/// independence and 1 where one tells the other; Low and High are its 95 % interval by Fisher's z. Lambda (Goodman and Kruskal,
/// JASA 49, 1954) is the share of errors in guessing the word that knowing the segment saves.
/// </summary>
public sealed record Association(double CramersV, double Low, double High, double Lambda, int Rows)
{
    private const double Normal95 = 1.959964;

    /// <summary>Noise (-1) and missing words are left out; null where fewer than two segments or words are left. O(rows).</summary>
    public static Association? Of(int[] labels, string?[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, labels.Length, nameof(values));
        var cells = labels.Zip(values).Where(row => row.First >= 0 && row.Second is not null).CountBy(row => row).ToList();
        int n = cells.Sum(cell => cell.Value);
        var segments = cells.GroupBy(cell => cell.Key.First).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Value));
        var words = cells.GroupBy(cell => cell.Key.Second!).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Value));
        int freedom = Math.Min(segments.Count, words.Count) - 1;
        if (freedom < 1)
            return null;
        // χ² / n = Σ n(s, w)² / (n(s) n(w)) - 1.
        double squared = cells.Sum(cell => (double)cell.Value * cell.Value / ((double)segments[cell.Key.First] * words[cell.Key.Second!])) - 1;
        double v = Math.Min(1, Math.Sqrt(Math.Max(0, squared) / freedom));
        int best = words.Values.Max(), guessed = cells.GroupBy(cell => cell.Key.First).Sum(group => group.Max(cell => cell.Value));
        return new Association(v, Moved(v, n, -1), Moved(v, n, 1), (double)(guessed - best) / (n - best), n);
    }

    private static double Moved(double v, int n, int direction) =>
        n <= 3 ? Math.Max(0, direction) : Math.Clamp(Math.Tanh(Math.Atanh(v) + direction * Normal95 / Math.Sqrt(n - 3)), 0, 1);
}
