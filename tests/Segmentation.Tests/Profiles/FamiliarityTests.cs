using System.Text.Json;
using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class FamiliarityTests
{
    [Fact]
    public void A_line_by_hand()
    {
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 101).Select(i => (double)i), 500]]);
        int[] labels = [.. Enumerable.Repeat(0, 101), -1];
        var known = Familiarity.Of(data, labels, [[0]]);
        Assert.Equal([99], known.Reaches, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal((0, 500), (known.Low[0], known.High[0]));
        Assert.False(known.IsUnlike([99], 0, 99));
        Assert.True(known.IsUnlike([99.5], 0, 99.5));
        Assert.True(known.IsUnlike([-1], 0, 1));
        Assert.True(known.IsUnlike([501], 0, 1));
    }

    [Fact]
    public void A_margin_is_placed_among_those_known()
    {
        var known = new Familiarity([], [], [], [.. Enumerable.Range(0, 101).Select(p => p / 200.0)]);
        Assert.Equal([0, 0.5, 1, 1], new[] { 0, 0.25, 0.5, 0.9 }.Select(known.Clearer));
        Assert.Equal(0, new Familiarity([], [], [], []).Clearer(0.3));
    }

    [Fact]
    public void Few_of_the_rows_themselves_are_unlike_them()
    {
        var data = Tables.Blobs(2000, 3, 4, seed: 2);
        var fit = KMeans.Fit(data, 4);
        var known = JsonSerializer.Deserialize<Familiarity>(JsonSerializer.Serialize(Familiarity.Of(data, fit.Labels, fit.Centres)))!;
        int unlike = fit.Labels.Index().Count(row =>
            known.IsUnlike(data.Row(row.Index), row.Item, Math.Sqrt(ExactDistance.Squared(data, row.Index, fit.Centres[row.Item]))));
        Assert.InRange(unlike, 15, 24);
        double[] margins = Margins.Of(data, fit.Labels, fit.Centres);
        Assert.All(margins, margin => Assert.Equal(margins.Count(other => other < margin) / 2000.0, known.Clearer(margin), 0.02));
    }
}
