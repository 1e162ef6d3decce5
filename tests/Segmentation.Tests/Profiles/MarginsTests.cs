using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class MarginsTests
{
    private static readonly Matrix Line = Matrix.FromColumns([[0, 1, 5, 9, 20, 4]]);
    private static readonly double[][] Centres = [[0], [10]];

    [Fact]
    public void Margins_by_hand() =>
        Assert.Equal([1, 1 - 1 / 9.0, 0, 1 - 1 / 9.0, double.NaN, 1 - 6 / 4.0], Margins.Of(Line, [0, 0, 0, 1, -1, 1], Centres),
            (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-12);

    [Fact]
    public void A_single_centre_has_no_rival() => Assert.Equal([1, 1], Margins.Of(Matrix.FromColumns([[1, 2]]), [0, 0], [[5]]));

    [Fact]
    public void The_borderline_rows_are_the_least_clear_of_each_cluster()
    {
        int[] labels = [0, 0, 0, 1, -1, 1];
        Assert.Equal([[2, 1], [5, 3]], Margins.Borderline(Margins.Of(Line, labels, Centres), labels, 2));
    }

    [Fact]
    public void After_k_means_no_margin_is_negative() =>
        Tables.ForAll((data, random) =>
        {
            var fit = KMeans.Fit(data, 1 + random.NextBelow(5), starts: 2);
            Assert.All(Margins.Of(data, fit.Labels, fit.Centres), margin => Assert.InRange(margin, 0, 1));
        });
}
