namespace Segmentation.Neighbours;

/// <summary>A walk over the leaves around one leaf of a k-d tree: itself, then depth first and near before far.</summary>
internal readonly struct LeafWalk
{
    private readonly KdBoxes _boxes;
    private readonly int _own;
    private readonly ILeafVisitor _visitor;

    private LeafWalk(KdBoxes boxes, int own, ILeafVisitor visitor) => (_boxes, _own, _visitor) = (boxes, own, visitor);

    public static void Around(KdTree tree, int leaf, ILeafVisitor visitor)
    {
        visitor.Visit(leaf);
        new LeafWalk(tree.Boxes, tree.Boxes.FirstLeaf + leaf, visitor).Descend(1);
    }

    private void Descend(int node)
    {
        if (node >= _boxes.FirstLeaf)
        {
            if (node != _own)
                _visitor.Visit(node - _boxes.FirstLeaf);
            return;
        }
        float left = _boxes.SquaredDistance(_own, 2 * node), right = _boxes.SquaredDistance(_own, 2 * node + 1);
        DescendIfNear(left <= right ? 2 * node : 2 * node + 1, MathF.Min(left, right));
        DescendIfNear(left <= right ? 2 * node + 1 : 2 * node, MathF.Max(left, right));
    }

    private void DescendIfNear(int node, float distance)
    {
        if (_boxes.IsNearer(_own, node, distance, _visitor.SquaredReach) && !_visitor.Skips(node))
            Descend(node);
    }
}
