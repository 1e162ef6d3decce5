using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class SwitchPointTests
{
    [Fact]
    public void On_a_line_the_boundary_is_half_way()
    {
        var points = SwitchPoint.Of([1], [[0], [10], [-4], [30]]);
        Assert.Equal([new SwitchPoint(0, -3, 2), new SwitchPoint(0, 4, 1)], points);
    }

    [Fact]
    public void Nothing_happens_along_a_column_in_which_centres_agree() =>
        Assert.Equal([0], SwitchPoint.Of([1, 1], [[0, 7], [10, 7]]).Select(point => point.Column));

    [Fact]
    public void A_row_changes_cluster_just_beyond_the_point_and_not_before() =>
        Tables.ForAll((data, random) =>
        {
            double[][] centres = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, data.Columns).Select(_ => 20 * random.NextDouble()).ToArray())];
            var row = data.Row(0);
            int own = Nearest(row, centres);
            // Far out, squares have no digits left for a step as small as this.
            foreach (var point in SwitchPoint.Of(row, centres).Where(point => Math.Abs(point.Change) < 1_000))
            {
                Assert.Equal(own, Nearest(Moved(row, point.Column, point.Change * (1 - 1e-9) - Math.Sign(point.Change) * 1e-9), centres));
                Assert.Equal(point.Cluster, Nearest(Moved(row, point.Column, point.Change * (1 + 1e-9) + Math.Sign(point.Change) * 1e-9), centres));
            }
        });

    [Fact]
    public void A_centre_that_hardly_differs_is_reached_far_out()
    {
        var point = Assert.Single(SwitchPoint.Of([0, 0], [[1, 0], [1.0001, 3]]), point => point.Column == 0);

        Assert.Equal(1, point.Cluster);
        Assert.Equal((9 + 1.0001 * 1.0001 - 1) / 0.0002, point.Change, 1e-3);
    }

    private static double[] Moved(double[] row, int column, double change) => [.. row.Select((x, j) => j == column ? x + change : x)];

    private static int Nearest(double[] row, double[][] centres) =>
        Enumerable.Range(0, centres.Length).MinBy(c => centres[c].Zip(row, (a, b) => (a - b) * (a - b)).Sum());
}
