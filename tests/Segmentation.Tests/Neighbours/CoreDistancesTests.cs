using Segmentation.Neighbours;

namespace Segmentation.Tests.Neighbours;

public sealed class CoreDistancesTests
{
    [Fact]
    public void They_are_the_distances_to_the_nth_nearest_row_itself_counted() =>
        Tables.ForAll((data, random) =>
        {
            int minPoints = 1 + random.NextBelow(12);
            var tree = new KdTree(data);
            var found = CoreDistances.Squared(tree, minPoints, 1, new ProgressCount(null, 1), default);
            for (int i = 0; i < data.Rows; i++)
            {
                var distances = Enumerable.Range(0, data.Rows).Select(j => ExactDistance.Squared(data, tree.Order[i], j)).Order().ToList();
                Assert.Equal(distances[Math.Min(minPoints, data.Rows) - 1], found[i]);
            }
        }, maxRows: 400);

    [Fact]
    public void Distances_far_below_the_size_of_the_values_are_exact()
    {
        var tree = new KdTree(Matrix.FromColumns([[1, 1, 1, 1], [0, 1e-25, 3e-25, 1e-20]]));
        var found = CoreDistances.Squared(tree, 2, 1, new ProgressCount(null, 1), default);
        Assert.Equal([1e-25, 1e-25, 2e-25, 1e-20], found.Select(Math.Sqrt).Order(), (a, b) => Math.Abs(a - b) < 1e-4 * a);
    }
}
