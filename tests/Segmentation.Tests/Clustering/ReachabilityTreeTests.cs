using Segmentation.Clustering;
using Segmentation.Neighbours;

namespace Segmentation.Tests.Clustering;

public sealed class ReachabilityTreeTests
{
    [Fact]
    public void Its_edges_are_as_long_as_those_of_any_minimum_spanning_tree() =>
        Tables.ForAll((data, random) =>
        {
            int minPoints = 1 + random.NextBelow(8);
            var (tree, cores, edges) = Span(data, minPoints);
            Assert.Equal(Prim(tree, cores), edges.Select(edge => edge.Squared));
        }, maxRows: 300);

    [Fact]
    public void Below_any_distance_it_joins_what_density_clustering_at_that_distance_joins() =>
        Tables.ForAll((data, random) =>
        {
            int minPoints = 1 + random.NextBelow(8);
            double epsilon = Math.Sqrt(1 + random.NextBelow(60));
            var (tree, cores, edges) = Span(data, minPoints);
            var sets = new DisjointSets(data.Rows);
            foreach (var edge in edges.Where(edge => edge.Squared <= epsilon * epsilon))
                sets.Join(edge.A, edge.B);
            var labels = Dbscan.Fit(data, epsilon, minPoints).Labels;
            int[] kept = [.. Enumerable.Range(0, data.Rows).Where(i => cores[i] <= epsilon * epsilon)];
            DbscanTests.AssertSamePartition([.. kept.Select(sets.Find)], [.. kept.Select(i => labels[tree.Order[i]])]);
        }, maxRows: 300);

    private static (KdTree Tree, double[] Cores, ReachabilityEdge[] Edges) Span(Matrix data, int minPoints)
    {
        var tree = new KdTree(data);
        // With fewer rows than minPoints there is no core point at all.
        var cores = CoreDistances.Squared(tree, minPoints, 1, new ProgressCount(null, 1), default);
        if (data.Rows < minPoints)
            Array.Fill(cores, double.PositiveInfinity);
        return (tree, cores, data.Rows < minPoints ? [] : ReachabilityTree.Of(tree, cores, 2, new ProgressCount(null, 1), default));
    }

    private static IEnumerable<double> Prim(KdTree tree, double[] cores)
    {
        if (double.IsInfinity(cores[0]))
            return [];
        var left = Enumerable.Range(1, cores.Length - 1).ToDictionary(i => i, _ => double.PositiveInfinity);
        var lengths = new List<double>();
        for (int last = 0; left.Count > 0; left.Remove(last))
        {
            foreach (int i in left.Keys)
                left[i] = Math.Min(left[i], Math.Max(ExactDistance.Squared(tree.Rows, last, i), Math.Max(cores[last], cores[i])));
            last = left.MinBy(row => row.Value).Key;
            lengths.Add(left[last]);
        }
        return lengths.Order();
    }
}
