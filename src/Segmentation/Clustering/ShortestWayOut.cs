using System.Numerics;
using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Looks from the rows of a leaf for rows of other components at less mutual reachability distance than is known. One per thread.</summary>
internal sealed class ShortestWayOut(KdTree tree, double[] cores, double[] leastCores, Components components, ReachabilityEdge[] edges) : ILeafVisitor
{
    private const int RowsPerStep = EqualTo.Width;

    private readonly LeafPoints _points = new(tree);
    private int _component;

    public double SquaredReach { get; private set; }

    /// <summary>Each row's edge is replaced where one shorter than its component's shortest is found.</summary>
    public void Search(int leaf)
    {
        _points.Load(leaf);
        _component = components.OfNode(tree.Boxes.FirstLeaf + leaf);
        SetReach();
        if (SquaredReach > 0)
            LeafWalk.Around(tree, leaf, this);
    }

    public bool Skips(int node) => (_component >= 0 && components.OfNode(node) == _component) || leastCores[node] >= SquaredReach;

    public void Visit(int leaf)
    {
        int node = tree.Boxes.FirstLeaf + leaf;
        for (int i = 0; i < _points.Count; i++)
        {
            int row = _points.From + i, component = components[row];
            double shortest = components.Shortest(component);
            if (cores[row] < shortest && leastCores[node] < shortest && components.OfNode(node) != component && _points.Reaches(i, leaf, shortest))
                MeasureRow(i, leaf, component, shortest);
        }
        SetReach();
    }

    private void MeasureRow(int i, int leaf, int component, double shortest)
    {
        var point = _points[i];
        int row = _points.From + i;
        var (from, to) = tree.Leaf(leaf);
        for (; from < to && cores[row] < shortest; from += RowsPerStep)
        {
            ulong near = Near.Mask(tree.Rows, from, Math.Min(to, from + RowsPerStep), point, Near.Limit(shortest, point.Length));
            for (near &= ~components.Mask(component, from); near != 0; near &= near - 1)
            {
                int other = from + BitOperations.TrailingZeroCount(near);
                double squared = Math.Max(Math.Max(cores[row], cores[other]), Within.Squared(tree.Rows, other, point));
                if (squared < shortest)
                {
                    shortest = squared;
                    edges[row] = new ReachabilityEdge(row, other, squared);
                }
            }
        }
        components.Shorten(component, shortest);
    }

    private void SetReach()
    {
        double reach = 0;
        for (int row = _points.From; row < _points.From + _points.Count; row++)
        {
            double shortest = components.Shortest(components[row]);
            if (cores[row] < shortest)
                reach = Math.Max(reach, shortest);
        }
        SquaredReach = reach;
    }
}
