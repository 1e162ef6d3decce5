using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Projection;

/// <summary>The nearest other rows of the rows of one leaf of a k-d tree, leaf by leaf around it. One per thread.</summary>
internal sealed class NeighboursInTree : ILeafVisitor
{
    private readonly KdTree _tree;
    private readonly LeafPoints _points;
    private readonly NearestKeys[] _nearest;
    private readonly float[] _unbounded = new float[KdTree.LeafRows];
    private readonly float[] _squares = new float[KdTree.LeafRows];

    public NeighboursInTree(KdTree tree, int count)
    {
        _tree = tree;
        _points = new LeafPoints(tree);
        _nearest = [.. Enumerable.Range(0, KdTree.LeafRows).Select(_ => new NearestKeys(count))];
        Array.Fill(_unbounded, float.PositiveInfinity);
    }

    public double SquaredReach { get; private set; }

    /// <summary>Calls back with the number that a row of the leaf has in the data, and what is nearest to it.</summary>
    public void Search(int leaf, Action<int, NearestKeys> found)
    {
        _points.Load(leaf);
        foreach (var nearest in _nearest)
            nearest.Clear();
        LeafWalk.Around(_tree, leaf, this);
        for (int i = 0; i < _points.Count; i++)
            found(_tree.Order[_points.From + i], _nearest[i]);
    }

    public bool Skips(int node) => false;

    public void Visit(int leaf)
    {
        double reach = 0;
        for (int i = 0; i < _points.Count; i++)
        {
            if (_points.Reaches(i, leaf, Limit(i)))
                Offer(i, leaf);
            reach = Math.Max(reach, Limit(i));
        }
        SquaredReach = reach;
    }

    private void Offer(int row, int leaf)
    {
        var (from, to) = _tree.Leaf(leaf);
        SquaredDistance.Least(_tree.Rows, from, from + KdTree.LeafRows, _points[row], _unbounded, _squares);
        for (int i = from; i < to; i++)
        {
            if (i != _points.From + row)
                _nearest[row].Offer(_squares[i - from], _tree.Order[i]);
        }
    }

    // A box just as far may hold a row of lower number, and float32 may take it for a little farther than it is.
    private double Limit(int row) => Near.Limit(_nearest[row].Bound, _tree.Rows.Columns);
}
