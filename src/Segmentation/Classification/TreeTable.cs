namespace Segmentation.Classification;

/// <summary>Many trees in one table of nodes: where each begins, and the numbers of the leaves, so many for each.</summary>
internal sealed record TreeTable(TreeNode[] Nodes, int[] Roots, double[] Leaves)
{
    /// <summary>Trees that were grown apart; their first <paramref name="shared"/> leaves are the same ones in all of them.</summary>
    public static TreeTable Join(IReadOnlyList<(List<TreeNode> Nodes, List<double> Leaves)> trees, int width, int shared = 0)
    {
        var nodes = new List<TreeNode>();
        var roots = new int[trees.Count];
        var leaves = trees[0].Leaves.Take(shared * width).ToList();
        for (int tree = 0; tree < trees.Count; tree++)
        {
            int firstNode = roots[tree] = nodes.Count, shift = leaves.Count / width - shared;
            leaves.AddRange(trees[tree].Leaves.Skip(shared * width));
            foreach (var node in trees[tree].Nodes)
                nodes.Add(node with { Next = node.Next + (node.Feature >= 0 ? firstNode : node.Next < shared ? 0 : shift) });
        }
        return new TreeTable([.. nodes], roots, [.. leaves]);
    }

    /// <summary>The number of the leaf that a row falls to.</summary>
    public int Leaf(int tree, ReadOnlySpan<float> row)
    {
        var nodes = Nodes;
        var node = nodes[Roots[tree]];
        while (node.Feature >= 0)
            node = nodes[node.Next + (row[node.Feature] > node.Cut ? 1 : 0)];
        return node.Next;
    }
}
