using Dashboard.Runs;
using Segmentation.Profiles;

namespace Dashboard.Tests.Runs;

public sealed class SuggestedActionTests
{
    [Theory]
    [InlineData("Recency (days)", 1, "Frequency (orders)", 1, "Win them back")]
    [InlineData("Recency (days)", 1, "Frequency (orders)", -1, "One good reason to return")]
    [InlineData("Tenure (days)", -1, "Monetary", -1, "A welcome")]
    [InlineData("NumDealsPurchases", 1, "Age", 1, "Offers they can plan with")]
    [InlineData("Annual Income", 1, "Total Spent", 1, "Invite them to a premium")]
    [InlineData("Months_on_book", -1, "Age", 1, "A welcome")]
    public void The_usual_profiles_get_the_offer_for_them(string one, double effect, string other, double otherEffect, string offer) =>
        Assert.StartsWith("Offer: " + offer, SuggestedAction.For(Profile((one, effect), (other, otherEffect))), StringComparison.Ordinal);

    [Fact]
    public void Elsewhere_the_offer_says_what_sets_the_segment_apart() =>
        Assert.StartsWith("Offer: Build it on what sets them apart: low lamp brightness.\n", SuggestedAction.For(Profile(("LampBrightness", -1), ("Age", 0.6))), StringComparison.Ordinal);

    [Fact]
    public void Whoever_has_no_segment_is_no_target() =>
        Assert.StartsWith("Offer: None for the group", SuggestedAction.For(Profile(("Age", 1)) with { Index = -1 }), StringComparison.Ordinal);

    private static SegmentProfile Profile(params (string Label, double Effect)[] features) => new(0, 10, 0.5,
        [.. features.Select(f => new FeatureProfile(f.Label, f.Label, null, true, 10, 50 + f.Effect, 1, 0, 50, 100, 50, 1, 50, f.Effect, f.Effect, Math.Abs(f.Effect) >= FeatureProfile.MarkerEffect))], []);
}
