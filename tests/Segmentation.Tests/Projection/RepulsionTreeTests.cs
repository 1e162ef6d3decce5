using System.Numerics;
using Segmentation.Projection;

namespace Segmentation.Tests.Projection;

public sealed class RepulsionTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Without_far_groups_the_pushes_are_those_of_all_pairs(int points) => AssertNear(points, width: 0, 1e-4);

    [Fact]
    public void Far_groups_change_little() => AssertNear(5000, width: 0.5, 0.01);

    [Fact]
    public void Points_that_move_are_pushed_from_where_they_are()
    {
        var points = Points(500);
        var tree = new RepulsionTree(500, 0, 1);
        tree.Push(points, new Vector2[500], default);
        var moved = Array.ConvertAll(points, point => new Vector2(-point.Y, 3 * point.X));
        var pushes = new Vector2[500];
        double weights = tree.Push(moved, pushes, default);
        AssertNear(moved, pushes, weights, 1e-4);
    }

    private static void AssertNear(int count, double width, double tolerance)
    {
        var points = Points(count);
        var pushes = new Vector2[count];
        double weights = new RepulsionTree(count, width, 2).Push(points, pushes, default);
        AssertNear(points, pushes, weights, tolerance);
    }

    private static void AssertNear(Vector2[] points, Vector2[] pushes, double weights, double tolerance)
    {
        double sum = 0, error = 0, size = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double x = 0, y = 0;
            for (int j = 0; j < points.Length; j++)
            {
                double dx = (double)points[i].X - points[j].X, dy = (double)points[i].Y - points[j].Y, weight = 1 / (1 + dx * dx + dy * dy);
                (x, y) = (x + weight * weight * dx, y + weight * weight * dy);
                sum += i == j ? 0 : weight;
            }
            error += Math.Pow(x - pushes[i].X, 2) + Math.Pow(y - pushes[i].Y, 2);
            size += x * x + y * y;
        }
        Assert.Equal(sum, weights, tolerance * sum + 1e-6);
        Assert.InRange(Math.Sqrt(error), 0, tolerance * Math.Sqrt(size) + 1e-6);
    }

    private static Vector2[] Points(int count)
    {
        var cloud = Tables.Blobs(count, 2, 7, seed: 4);
        return [.. Enumerable.Range(0, count).Select(i => 6 * new Vector2(cloud[i, 0], cloud[i, 1]))];
    }
}
