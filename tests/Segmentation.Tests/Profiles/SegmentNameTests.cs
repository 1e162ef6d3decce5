using Segmentation.Clustering;
using Segmentation.Profiles;
using static Segmentation.Tests.Mall;

namespace Segmentation.Tests.Profiles;

public sealed class SegmentNameTests
{
    [SkippableFact]
    public void The_mall_customers_are_named_by_income_and_spending()
    {
        var labels = KMeans.Fit(Mall.Standard(Income, Spending), 5).Labels;
        var values = TestData.Mall(Age, Income, Spending);
        var profiles = SegmentProfile.Compute(
            [
                new(Age, "Age", null, values[0], Clustered: false),
                new(Income, "Annual Income", "k$", values[1], Clustered: true),
                new(Spending, "Spending Score", "1-100", values[2], Clustered: true),
            ], [], labels, 5);
        Assert.Equal(
            [
                "Average income, average spending",
                "High income, high spending",
                "High income, low spending",
                "Low income, low spending",
                "Low income, high spending",
            ], SegmentName.For(profiles));
    }

    [Fact]
    public void The_three_strongest_markers_stand_in_the_order_of_the_features() =>
        Assert.Equal(["High a, low c, high d"], Names([[("a", 2), ("b", 1), ("c", -3), ("d", 4)]]));

    [Fact]
    public void A_feature_under_half_a_deviation_is_no_marker() =>
        Assert.Equal(["High b", "Average a, average b"], Names([[("a", 0.49), ("b", 0.5)], [("a", 0.1), ("b", -0.1)]]));

    [Fact]
    public void A_name_already_taken_gains_the_next_marker_then_a_number() =>
        Assert.Equal(
            ["High a, high b, high c", "High a, high b, high c, low d", "High a, high b, high c (2)"],
            Names(
                [
                    [("a", 4), ("b", 3), ("c", 2), ("d", 1)],
                    [("a", 4), ("b", 3), ("c", 2), ("d", -1)],
                    [("a", 4), ("b", 3), ("c", 2), ("d", 0)],
                ]));

    [Fact]
    public void Noise_is_no_segment() =>
        Assert.Equal(["High a", "No segment"], SegmentName.For([Profile(0, [("a", 1)]), Profile(-1, [("a", -1)])]));

    [Fact]
    public void Features_that_were_not_clustered_do_not_name() =>
        Assert.Equal(["High a"], SegmentName.For([new SegmentProfile(0, 1, 1, [Feature("a", 1, true), Feature("b", 3, false)], [])]));

    [Fact]
    public void Without_features_a_segment_is_called_that() =>
        Assert.Equal(["Segment", "Segment (2)"], Names([[], []]));

    [Theory]
    [InlineData("Annual Income", "high income", "low income")]
    [InlineData("Spending Score (1-100)", "high spending", "low spending")]
    [InlineData("Age", "older", "younger")]
    [InlineData("Recency (days)", "lapsed", "recent")]
    [InlineData("Frequency (orders)", "frequent", "infrequent")]
    [InlineData("number_of_orders", "many orders", "few orders")]
    [InlineData("Orders per year", "many orders per year", "few orders per year")]
    [InlineData("Sales per visit", "high sales per visit", "low sales per visit")]
    [InlineData("Days since last order", "last order long ago", "last order recently")]
    [InlineData("TotalCharges", "high charges", "low charges")]
    [InlineData("NumWebPurchases", "many web purchases", "few web purchases")]
    [InlineData("MntMeatProducts", "high meat products", "low meat products")]
    [InlineData("ONEOFF_PURCHASES", "high oneoff purchases", "low oneoff purchases")]
    [InlineData("Year_Birth", "younger", "older")]
    [InlineData("Recency score", "high recency score", "low recency score")]
    [InlineData("Score", "high score", "low score")]
    [InlineData("Total", "high total", "low total")]
    [InlineData("(x)", "high (x)", "low (x)")]
    public void A_label_becomes_a_marketers_word(string label, string high, string low)
    {
        Assert.Equal(high, ShortLabel.Marked(ShortLabel.Of(label), label, high: true));
        Assert.Equal(low, ShortLabel.Marked(ShortLabel.Of(label), label, high: false));
    }

    [Fact]
    public void Features_that_would_be_called_alike_keep_all_their_words() =>
        Assert.Equal(["High monthly charges, low total charges, many calls"], Names([[("MonthlyCharges", 2), ("TotalCharges (k$)", -1), ("Number of calls", 1)]]));

    [Fact]
    public void A_number_that_all_of_a_segment_share_is_named_by_its_value() =>
        Assert.Equal(
            ["Senior 1", "Senior 0", "High senior"],
            SegmentName.For([new(0, 9, 0.5, [Of(1, 1)], []), new(1, 8, 0.4, [Of(0, 0)], []), new(2, 2, 0.1, [Of(0, 1)], [])]));

    private static IReadOnlyList<string> Names((string Label, double Effect)[][] segments) =>
        SegmentName.For([.. segments.Select((features, index) => Profile(index, features))]);

    private static SegmentProfile Profile(int index, (string Label, double Effect)[] features) =>
        new(index, 10, 0.5, [.. features.Select(feature => Feature(feature.Label, feature.Effect, clustered: true))], []);

    private static FeatureProfile Feature(string label, double effect, bool clustered) =>
        new(label, label, null, clustered, 10, effect, 1, 0, 0, 50, 0, 1, 0, effect, effect, Math.Abs(effect) >= FeatureProfile.MarkerEffect);

    private static FeatureProfile Of(double minimum, double maximum) =>
        Feature("Senior", 1, clustered: true) with { Minimum = minimum, Maximum = maximum };
}
