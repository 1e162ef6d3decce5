using static System.FormattableString;

namespace Segmentation.Profiles;

/// <summary>Names such as "High income, low spending", from the clustering features only.</summary>
public static class SegmentName
{
    /// <summary>The name of noise.</summary>
    public const string Noise = "No segment";

    private const int Most = 3;
    private const int MostCode = 20;

    /// <summary>
    /// The three strongest markers in the order of the features; "Average …" without any. A name already taken gains the next
    /// marker, then a number. Names are distinct. Where all of a segment have the same small whole number, as in a column of
    /// 0 and 1, the name says which: "Sex 0, low income".
    /// </summary>
    public static IReadOnlyList<string> For(IReadOnlyList<SegmentProfile> profiles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. profiles.Select(profile => profile.Index < 0 ? Noise : Candidates(profile).First(taken.Add))];
    }

    /// <summary>"high income" or "sex 0": one feature as it stands in a name. O(1).</summary>
    public static string Words(FeatureProfile feature) => Marked(feature, ShortLabel.Of(feature.Label));

    private static IEnumerable<string> Candidates(SegmentProfile profile)
    {
        var features = profile.Features.Where(feature => feature.Clustered).ToList();
        var markers = features.Where(feature => feature.IsMarker).OrderByDescending(feature => Math.Abs(feature.Effect)).ToList();
        for (int count = Most; count <= Math.Max(Most, markers.Count); count++)
            yield return Name(features, markers.Take(count));
        string name = Name(features, markers.Take(Most));
        for (int number = 2; ; number++)
            yield return $"{name} ({number})";
    }

    private static string Name(List<FeatureProfile> features, IEnumerable<FeatureProfile> markers)
    {
        var labels = ShortLabel.Of([.. features.Select(feature => feature.Label)]);
        var words = markers.OrderBy(features.IndexOf).Select(feature => Marked(feature, labels[feature.Label])).ToList();
        if (words.Count == 0)
            words = [.. features.Take(Most).Select(feature => "average " + labels[feature.Label])];
        return words.Count == 0 ? "Segment" : Capitalised(string.Join(", ", words));
    }

    private static string Marked(FeatureProfile feature, string word) =>
        IsCode(feature) ? Invariant($"{word} {feature.Minimum}") : ShortLabel.Marked(word, feature.Label, feature.Effect > 0);

    private static bool IsCode(FeatureProfile feature) =>
        feature.Count > 1 && feature.Minimum == feature.Maximum && double.IsInteger(feature.Minimum) && feature.Minimum is >= 0 and <= MostCode;

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
