using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class KDistanceTests
{
    [Fact]
    public void The_row_itself_is_the_first_of_its_nearest()
    {
        var line = Matrix.FromColumns([[0, 1, 3, 7]]);
        Assert.Equal([0, 0, 0, 0], KDistance.Curve(line, 1));
        Assert.Equal([4, 2, 1, 1], KDistance.Curve(line, 2));
        Assert.Equal([6, 3, 3, 2], KDistance.Curve(line, 3));
        Assert.Equal([7, 7, 6, 4], KDistance.Curve(line, 99));
    }

    [Fact]
    public void The_curve_agrees_with_the_definition() =>
        Tables.ForAll((data, random) =>
        {
            int minPoints = 1 + random.NextBelow(Math.Min(8, data.Rows));
            var expected = Enumerable.Range(0, data.Rows)
                .Select(i => Enumerable.Range(0, data.Rows).Select(j => Reference.Distance(data, i, j)).Order().ElementAt(minPoints - 1))
                .OrderDescending();
            Assert.Equal(expected, KDistance.Curve(data, minPoints), (a, b) => Math.Abs(a - b) < 1e-9);
        }, maxRows: 300);

    [Fact]
    public void A_row_is_a_core_point_from_its_distance_on() =>
        Tables.ForAll((data, _) =>
        {
            double epsilon = KDistance.Curve(data, 3)[data.Rows / 2] * 1.0000001;
            if (epsilon > 0 && data.Rows >= 3)
                Assert.True(Reference.Cores(data, epsilon, 3).Count(core => core) >= data.Rows - data.Rows / 2);
        });

    [Fact]
    public void The_suggested_epsilon_finds_clouds_apart_from_each_other()
    {
        var cloud = Tables.Columns(Tables.Blobs(3000, 2, 1, seed: 8));
        var data = Matrix.FromColumns([[.. cloud[0].Select((x, i) => x + 20 * (i % 3))], cloud[1]]);
        double epsilon = KDistance.SuggestEpsilon(data, 5);
        Assert.InRange(epsilon, 0.02, 2);
        Assert.Equal(3, ClusterSizes.Of(Dbscan.Fit(data, epsilon).Labels, 1000).Count(size => size > 900));
    }

    [Fact]
    public void Equal_rows_still_get_a_positive_epsilon() =>
        Assert.True(KDistance.SuggestEpsilon(Matrix.FromColumns([new double[50]]), 5) > 0);
}
