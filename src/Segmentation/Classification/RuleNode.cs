namespace Segmentation.Classification;

/// <summary>A node of a rule tree: the rows it was grown from, the segment most of them are in, and, once divided, its cut.</summary>
internal sealed class RuleNode(int[] rows, int segment, int hits, int depth)
{
    public int[] Rows { get; } = rows;

    public int Segment { get; } = segment;

    /// <summary>How many of the rows are in the segment.</summary>
    public int Hits { get; } = hits;

    public int Depth { get; } = depth;

    public int Feature { get; private set; }

    public double Cut { get; private set; }

    public RuleNode? Below { get; private set; }

    public RuleNode? AtLeast { get; private set; }

    public void Divide(int feature, double cut, RuleNode below, RuleNode atLeast) =>
        (Feature, Cut, Below, AtLeast) = (feature, cut, below, atLeast);

    /// <summary>The leaf that a row falls to, whose values are asked for by feature.</summary>
    public RuleNode Leaf(Func<int, double> value)
    {
        var node = this;
        while (node.Below is not null)
            node = value(node.Feature) < node.Cut ? node.Below : node.AtLeast!;
        return node;
    }

    /// <summary>Undoes, from the leaves up, the cuts into two leaves that are not worth a condition.</summary>
    public void Prune(Func<RuleNode, bool> worth)
    {
        Below?.Prune(worth);
        AtLeast?.Prune(worth);
        if (Below is { Below: null } && AtLeast is { Below: null } && !worth(this))
            (Below, AtLeast) = (null, null);
    }
}
