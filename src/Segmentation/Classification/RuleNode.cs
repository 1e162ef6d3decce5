namespace Segmentation.Classification;

/// <summary>A node of a rule tree: the rows it was grown from, the segment most of them are in, and, once divided, its cut.</summary>
internal sealed class RuleNode(int[] rows, int segment, int depth)
{
    public int[] Rows { get; } = rows;

    public int Segment { get; } = segment;

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

    /// <summary>Undoes cuts between leaves of one segment, which tell nothing.</summary>
    public void Prune()
    {
        Below?.Prune();
        AtLeast?.Prune();
        if (Below is { Below: null } below && AtLeast is { Below: null } atLeast && below.Segment == atLeast.Segment)
            (Below, AtLeast) = (null, null);
    }
}
