using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>
/// A minimum spanning tree of the mutual reachability distances, which are max(core a, core b, distance): in rounds every component
/// grows by its shortest edge out (Borůvka 1926; March, Ram, Gray, KDD 2010). Which of several minimum trees is left
/// to chance, but all have the same components at every distance.
/// </summary>
internal sealed class ReachabilityTree
{
    private const int LeavesPerPiece = 16;

    private readonly KdTree _tree;
    private readonly Components _components;
    private readonly DisjointSets _sets;
    private readonly double[] _cores;
    private readonly double[] _leastCores;
    private readonly ReachabilityEdge[] _found;
    private readonly List<ReachabilityEdge> _edges = [];

    private ReachabilityTree(KdTree tree, double[] cores)
    {
        (_tree, _cores) = (tree, cores);
        _components = new Components(tree);
        _sets = new DisjointSets(cores.Length);
        _leastCores = LeastCores(tree, cores);
        _found = new ReachabilityEdge[cores.Length];
    }

    /// <summary>One edge less than rows, shortest first.</summary>
    public static ReachabilityEdge[] Of(KdTree tree, double[] cores, int threads, ProgressCount progress, CancellationToken cancellation)
    {
        var growing = new ReachabilityTree(tree, cores);
        while (growing._edges.Count < cores.Length - 1)
        {
            int before = growing._edges.Count;
            growing.Search(threads, cancellation);
            growing.Join();
            progress.Add(growing._edges.Count - before);
        }
        var edges = growing._edges.ToArray();
        Array.Sort(Array.ConvertAll(edges, edge => edge.Squared), edges);
        return edges;
    }

    private void Search(int threads, CancellationToken cancellation)
    {
        _components.Update(_sets);
        Array.Fill(_found, new ReachabilityEdge(-1, -1, double.PositiveInfinity));
        Workers.Run((_tree.Leaves + LeavesPerPiece - 1) / LeavesPerPiece, threads, piece =>
        {
            var search = new ShortestWayOut(_tree, _cores, _leastCores, _components, _found);
            int end = Math.Min(_tree.Leaves, (piece + 1) * LeavesPerPiece);
            for (int leaf = piece * LeavesPerPiece; leaf < end; leaf++)
            {
                cancellation.ThrowIfCancellationRequested();
                search.Search(leaf);
            }
        }, cancellation);
    }

    // One edge per component. Those that close a ring are all of one length, so any of them may be left out.
    private void Join()
    {
        var done = new bool[_found.Length];
        foreach (var edge in _found)
        {
            if (edge.A < 0 || edge.Squared > _components.Shortest(_components[edge.A]) || done[_components[edge.A]])
                continue;
            done[_components[edge.A]] = true;
            if (_sets.Find(edge.A) == _sets.Find(edge.B))
                continue;
            _sets.Join(edge.A, edge.B);
            _edges.Add(edge);
        }
    }

    private static double[] LeastCores(KdTree tree, double[] cores)
    {
        var least = new double[2 * tree.Boxes.FirstLeaf];
        Array.Fill(least, double.PositiveInfinity);
        for (int row = 0; row < cores.Length; row++)
        {
            ref double leaf = ref least[tree.Boxes.FirstLeaf + row / KdTree.LeafRows];
            leaf = Math.Min(leaf, cores[row]);
        }
        for (int node = tree.Boxes.FirstLeaf - 1; node >= 1; node--)
            least[node] = Math.Min(least[2 * node], least[2 * node + 1]);
        return least;
    }
}
