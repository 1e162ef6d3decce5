namespace Segmentation.Profiles;

/// <summary>
/// What sets a segment apart from everyone else: a numeric feature, or one word of a category (Value). Effect is Cohen's d of
/// the means or Cohen's h of the shares; Segment and Others are the means, or shares, that it compares.
/// </summary>
public sealed record Marker(string Name, string Label, string? Value, double Segment, double Others, double Effect)
{
    /// <summary>The features that are markers and the words with an effect as large either way, the strongest first.</summary>
    public static IReadOnlyList<Marker> Of(SegmentProfile profile)
    {
        var numbers = profile.Features.Where(feature => feature.IsMarker).Select(feature => new Marker(feature.Name, feature.Label, null, feature.Mean, feature.OthersMean, feature.Effect));
        var words = profile.Categories.SelectMany(category => category.Shares.Select(share =>
            new Marker(category.Name, category.Label, share.Value, share.Share, share.OthersShare, share.Effect)));
        return [.. numbers.Concat(words.Where(word => Math.Abs(word.Effect) >= FeatureProfile.MarkerEffect)).OrderByDescending(marker => Math.Abs(marker.Effect))];
    }

    /// <summary>Those of an earlier profile that no longer hold, being weaker now or turned round: what a name may still claim in vain.</summary>
    public static IReadOnlyList<Marker> Lost(IReadOnlyList<Marker> before, IReadOnlyList<Marker> now) =>
        [.. before.Where(old => !now.Any(marker => marker.Name == old.Name && marker.Value == old.Value && marker.Effect > 0 == old.Effect > 0))];
}
