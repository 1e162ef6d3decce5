namespace Segmentation.Neighbours;

/// <summary>The nearest row of a k-d tree to any point, of equals the one that stood first in the data.</summary>
internal ref struct NearestRow(KdTree tree, ReadOnlySpan<float> point)
{
    private readonly ReadOnlySpan<float> _point = point;
    private int _row = -1;
    private double _least = double.PositiveInfinity;

    /// <summary>The row's place in the data and its squared distance.</summary>
    public (int Row, double Square) Find()
    {
        Visit(1);
        return (_row, _least);
    }

    private void Visit(int node)
    {
        if (node >= tree.Boxes.FirstLeaf)
        {
            Measure(tree.Leaf(node - tree.Boxes.FirstLeaf));
            return;
        }
        float left = tree.Boxes.SquaredDistance(_point, 2 * node), right = tree.Boxes.SquaredDistance(_point, 2 * node + 1);
        VisitIfNear(left <= right ? 2 * node : 2 * node + 1, MathF.Min(left, right));
        VisitIfNear(left <= right ? 2 * node + 1 : 2 * node, MathF.Max(left, right));
    }

    private void VisitIfNear(int node, float distance)
    {
        // A float32 distance may be off by a few parts in ten million; equal distances may hide a lower row.
        if (distance * 0.99999 <= _least)
            Visit(node);
    }

    private void Measure((int From, int To) leaf)
    {
        for (int i = leaf.From; i < leaf.To; i++)
        {
            double square = Kernels.Within.Squared(tree.Rows, i, _point);
            if (square < _least || square == _least && tree.Order[i] < _row)
                (_row, _least) = (tree.Order[i], square);
        }
    }
}
