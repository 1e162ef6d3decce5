using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class CategoryProfileTests
{
    [Fact]
    public void Of_many_values_the_fifty_most_frequent_are_kept_with_their_shares_of_all_that_are_known()
    {
        // Value v occurs v times, 1 to 60, and ten rows have none; the segment is the rows of 60 and of 1.
        var values = Enumerable.Range(1, 60).SelectMany(v => Enumerable.Repeat<string?>($"{v:00}", v)).Concat(new string?[10]).ToArray();
        var labels = Array.ConvertAll(values, value => value is "60" or "01" ? 0 : 1);

        var shares = SegmentProfile.Compute([], [new CategoryColumn("City", "City", values)], labels, 2)[0].Categories[0].Shares;

        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(v => $"{v:00}"), shares.Select(s => s.Value));
        Assert.Equal(new CategoryShare("60", 60, 60 / 61.0, 60 / 1830.0, 60 / 61.0 / (60 / 1830.0), 0, 2 * Math.Asin(Math.Sqrt(60 / 61.0))), shares[0]);
        Assert.Equal(new CategoryShare("59", 0, 0, 59 / 1830.0, 0, 59 / 1769.0, -2 * Math.Asin(Math.Sqrt(59 / 1769.0))), shares[1]);
    }
}
