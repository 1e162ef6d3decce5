namespace Segmentation.Neighbours;

/// <summary>Distances to nearest rows, by descending a k-d tree and leaving out boxes that are too far.</summary>
internal sealed class NearestRows
{
    private readonly KdTree _tree;
    private readonly float[] _point;
    private readonly double[] _nearest;

    private NearestRows(KdTree tree, int row, int count)
    {
        _tree = tree;
        _point = new float[tree.Rows.Columns];
        for (int j = 0; j < _point.Length; j++)
            _point[j] = tree.Rows[row, j];
        _nearest = new double[count];
        Array.Fill(_nearest, double.PositiveInfinity);
    }

    /// <summary>The distance from a row of the tree to its count-th nearest row, itself counted as first.</summary>
    public static double Distance(KdTree tree, int row, int count)
    {
        var search = new NearestRows(tree, row, count);
        search.Visit(1);
        return Math.Sqrt(search._nearest[^1]);
    }

    private void Visit(int node)
    {
        if (node >= _tree.Boxes.FirstLeaf)
        {
            MeasureLeaf(node - _tree.Boxes.FirstLeaf);
            return;
        }
        float left = _tree.Boxes.SquaredDistance(_point, 2 * node), right = _tree.Boxes.SquaredDistance(_point, 2 * node + 1);
        VisitIfNear(left <= right ? 2 * node : 2 * node + 1, MathF.Min(left, right));
        VisitIfNear(left <= right ? 2 * node + 1 : 2 * node, MathF.Max(left, right));
    }

    private void VisitIfNear(int node, float distance)
    {
        // A float32 distance may be off by a few parts in ten million.
        if (distance * 0.99999 < _nearest[^1])
            Visit(node);
    }

    private void MeasureLeaf(int leaf)
    {
        var (from, to) = _tree.Leaf(leaf);
        for (int i = from; i < to; i++)
            Insert(Kernels.Within.Squared(_tree.Rows, i, _point));
    }

    private void Insert(double distance)
    {
        if (distance >= _nearest[^1])
            return;
        int place = _nearest.Length - 1;
        for (; place > 0 && _nearest[place - 1] > distance; place--)
            _nearest[place] = _nearest[place - 1];
        _nearest[place] = distance;
    }
}
