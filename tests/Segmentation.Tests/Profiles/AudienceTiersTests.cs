using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class AudienceTiersTests
{
    [Fact]
    public void A_line_of_customers_by_hand()
    {
        var data = Matrix.FromColumns([[0, 4, 1, 6, 9, 50]]);
        var tiers = AudienceTiers.Of(data, [0, 0, 0, 1, 1, -1], [[0], [10]], 0);
        Assert.Equal([0, 2], tiers.Core);
        Assert.Equal([1], tiers.Rest);
        Assert.Equal([3, 4], tiers.NearMiss);
    }

    [Fact]
    public void Everyone_who_is_in_a_segment_has_one_place() =>
        Tables.ForAll((data, random) =>
        {
            var fit = KMeans.Fit(data, 1 + random.NextBelow(5), starts: 2);
            var tiers = AudienceTiers.Of(data, fit.Labels, fit.Centres, 0);
            Assert.Equal(Enumerable.Range(0, data.Rows), tiers.Core.Concat(tiers.Rest).Concat(tiers.NearMiss).Order());
            Assert.InRange(tiers.Core.Length - tiers.Rest.Length, 0, 1);
        });
}
