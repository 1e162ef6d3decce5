namespace Segmentation.Neighbours;

/// <summary>What is looked for around a leaf of a k-d tree.</summary>
internal interface ILeafVisitor
{
    /// <summary>Leaves whose squared distance is no less are of no use; it may shrink with every visit.</summary>
    double SquaredReach { get; }

    /// <summary>Whether nothing under a node is of use, however near.</summary>
    bool Skips(int node);

    void Visit(int leaf);
}
