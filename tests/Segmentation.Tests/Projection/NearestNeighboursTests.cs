using Segmentation.Projection;

namespace Segmentation.Tests.Projection;

public sealed class NearestNeighboursTests
{
    [Fact]
    public void Neighbours_are_the_nearest_other_rows_and_of_equals_the_lower() =>
        Tables.ForAll((data, random) =>
        {
            if (data.Rows < 2)
                return;
            int count = 1 + random.NextBelow(Math.Min(20, data.Rows - 1));
            NearestNeighbours byTree = NearestNeighbours.ByTree(data, count, 2, new ProgressCount(null, 1), default), byPairs = NearestNeighbours.ByPairs(data, count, 2, new ProgressCount(null, 1), default);
            for (int i = 0; i < data.Rows; i++)
            {
                var expected = Enumerable.Range(0, data.Rows).Where(j => j != i).OrderBy(j => ExactDistance.Squared(data, i, j)).ThenBy(j => j).Take(count).Order().ToArray();
                Assert.All([byTree, byPairs], nearest => Assert.Equal(expected, nearest.Rows(i).ToArray()));
                Assert.All([byTree, byPairs], nearest => Assert.Equal(expected.Select(j => (float)ExactDistance.Squared(data, i, j)), nearest.Squares(i).ToArray()));
            }
        }, maxRows: 700);
}
