namespace Segmentation.Classification;

/// <summary>
/// A node in a table of nodes: values up to the cut go to node Next, others to the one after it. In a leaf the feature is -1
/// and Next is the leaf's number.
/// </summary>
internal readonly record struct TreeNode(int Feature, float Cut, int Next)
{
    public static TreeNode Leaf(int number) => new(-1, 0, number);

    /// <summary>The number of the leaf that a row falls to.</summary>
    public static int Find(ReadOnlySpan<TreeNode> nodes, int root, ReadOnlySpan<float> row)
    {
        var node = nodes[root];
        while (node.Feature >= 0)
            node = nodes[node.Next + (row[node.Feature] > node.Cut ? 1 : 0)];
        return node.Next;
    }
}
