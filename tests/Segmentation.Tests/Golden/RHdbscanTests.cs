using Segmentation.Clustering;
using Segmentation.Neighbours;
using Segmentation.Quality;

namespace Segmentation.Tests.Golden;

public sealed class RHdbscanTests
{
    public static TheoryData<string, int> Names => RHdbscan.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Core_distances_and_heights_of_the_hierarchy_agree(string name, int minPoints)
    {
        var golden = RHdbscan.On(name, minPoints);
        var tree = new KdTree(Matrix.FromColumns(TestData.Bench(name)));
        var cores = CoreDistances.Squared(tree, minPoints, 1, new ProgressCount(null, 1), default);
        var edges = ReachabilityTree.Of(tree, cores, 1, new ProgressCount(null, 1), default);
        AssertNear(golden.CoreDistances, cores);
        AssertNear(golden.Heights, [.. edges.Select(edge => edge.Squared)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Clusters_agree_but_for_some_rows_at_their_edge(string name, int minPoints)
    {
        var golden = RHdbscan.On(name, minPoints);
        var found = Hdbscan.Fit(Matrix.FromColumns(TestData.Bench(name)), minPoints).Clustering;
        Assert.Equal(golden.Labels.Max() + 1, found.Clusters);
        Assert.InRange(golden.Labels.Zip(found.Labels).Count(pair => (pair.First < 0) != (pair.Second < 0)), 0, 3);
        Assert.InRange(AdjustedRand.Index(golden.Labels, found.Labels), 0.99, 1);
    }

    private static void AssertNear(double[] golden, double[] squared)
    {
        double[] found = [.. squared.Select(Math.Sqrt).Order()];
        var levels = Enumerable.Range(0, 21).Select(q => found[(found.Length - 1) * q / 20]);
        Assert.Equal(golden, levels.Prepend(found.Sum()), (a, b) => Math.Abs(a - b) <= 1e-9 * a);
    }
}
