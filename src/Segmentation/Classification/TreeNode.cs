namespace Segmentation.Classification;

/// <summary>
/// A node in a table of nodes: values up to the cut go to node Next, others to the one after it. In a leaf the feature is -1
/// and Next is the leaf's number.
/// </summary>
internal readonly record struct TreeNode(int Feature, float Cut, int Next)
{
    public static TreeNode Leaf(int number) => new(-1, 0, number);
}
