using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class SegmentProfileTests
{
    private static readonly NumberColumn Age = new("Age", "Age", "years", [20, 22, 40, double.NaN, 44], Clustered: true);
    private static readonly CategoryColumn City = new("City", "City", ["Rome", "Oslo", "Rome", null, "Rome"]);

    [Fact]
    public void A_feature_is_described_in_its_own_units_against_everyone_else()
    {
        var age = SegmentProfile.Compute([Age], [], [0, 0, 1, 1, 1], 2)[1].Features[0];
        Assert.Equal((2, 42, 2, 40, 42, 44), (age.Count, age.Mean, age.StandardDeviation, age.Minimum, age.Median, age.Maximum));
        Assert.Equal((31.5, 21), (age.OverallMean, age.OthersMean));
        // Squared deviations 8 and 2 over 4 rows.
        Assert.Equal(21 / Math.Sqrt(10.0 / 4), age.Effect, 1e-12);
        Assert.Equal((42 - 31.5) / Math.Sqrt((11.5 * 11.5 + 9.5 * 9.5 + 8.5 * 8.5 + 12.5 * 12.5) / 4), age.Deviation, 1e-12);
        Assert.True(age.IsMarker);
    }

    [Fact]
    public void Sizes_and_shares_are_of_all_rows_and_noise_comes_last()
    {
        var profiles = SegmentProfile.Compute([Age], [City], [0, -1, 0, 1, 0], 2);
        Assert.Equal([(0, 3, 0.6), (1, 1, 0.2), (-1, 1, 0.2)], profiles.Select(profile => (profile.Index, profile.Size, profile.Share)));
        Assert.Equal([0, 1], SegmentProfile.Compute([Age], [], [0, 0, 0, 1, 1], 2).Select(profile => profile.Index));
    }

    [Fact]
    public void A_segment_without_values_has_no_mean_and_no_effect()
    {
        var age = SegmentProfile.Compute([Age], [], [0, 0, 0, 1, 0], 2)[1].Features[0];
        Assert.Equal(0, age.Count);
        Assert.Equal(double.NaN, age.Mean);
        Assert.Equal((0, 0, false), (age.Effect, age.Deviation, age.IsMarker));
    }

    [Fact]
    public void A_single_segment_has_no_others()
    {
        var age = SegmentProfile.Compute([Age], [], [0, 0, 0, 0, 0], 1)[0].Features[0];
        Assert.Equal(double.NaN, age.OthersMean);
        Assert.Equal((0, 0, false), (age.Effect, age.Deviation, age.IsMarker));
    }

    [Fact]
    public void Groups_without_spread_are_measured_by_the_spread_of_everyone()
    {
        var flag = new NumberColumn("Vip", "Vip", null, [1, 1, 0, 0], Clustered: true);
        Assert.Equal(2, SegmentProfile.Compute([flag], [], [0, 0, 1, 1], 2)[0].Features[0].Effect);
    }

    [Fact]
    public void Shares_of_words_leave_missing_ones_out()
    {
        var shares = SegmentProfile.Compute([], [City], [0, 0, 1, 1, 1], 2)[0].Categories[0].Shares;
        Assert.Equal(
            [new CategoryShare("Rome", 1, 0.5, 0.75, 0.5 / 0.75, 1), new CategoryShare("Oslo", 1, 0.5, 0.25, 2, 0)],
            shares.Select(share => share with { Effect = 0 }));
        Assert.Equal([-Math.PI / 2, Math.PI / 2], shares.Select(share => share.Effect), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
