namespace Segmentation.Neighbours;

/// <summary>The leaves of a k-d tree that come within reach of one leaf, nearest first. Reuses its buffers: one per thread.</summary>
internal sealed class NearLeaves(KdTree tree, float squaredReach)
{
    private int[] _leaves = new int[64];
    private float[] _distances = new float[64];
    private int _count;

    /// <summary>All leaves whose box is at most the reach away from the leaf's own box, itself included.</summary>
    public ReadOnlySpan<int> Around(int leaf)
    {
        _count = 0;
        Visit(1, tree.Boxes.FirstLeaf + leaf);
        _distances.AsSpan(0, _count).Sort(_leaves.AsSpan(0, _count));
        return _leaves.AsSpan(0, _count);
    }

    private void Visit(int node, int around)
    {
        float distance = tree.Boxes.SquaredDistance(node, around);
        if (distance > squaredReach)
            return;
        if (node >= tree.Boxes.FirstLeaf)
        {
            Add(node - tree.Boxes.FirstLeaf, distance);
            return;
        }
        Visit(2 * node, around);
        Visit(2 * node + 1, around);
    }

    private void Add(int leaf, float distance)
    {
        if (_count == _leaves.Length)
        {
            Array.Resize(ref _leaves, 2 * _count);
            Array.Resize(ref _distances, 2 * _count);
        }
        _leaves[_count] = leaf;
        _distances[_count++] = distance;
    }
}
