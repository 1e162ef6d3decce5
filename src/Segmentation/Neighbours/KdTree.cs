namespace Segmentation.Neighbours;

/// <summary>
/// A balanced k-d tree (Bentley, CACM 18, 1975) whose leaves are up to 64 neighbouring rows, copied so that a leaf is
/// contiguous and one machine word holds a mark per row. Nodes are numbered as in a heap: the children of n are 2n and 2n + 1.
/// </summary>
internal sealed class KdTree
{
    public const int LeafRows = Matrix.Block;

    private readonly int[] _order;

    public KdTree(Matrix data, float scale = 1, int threads = 1, CancellationToken cancellation = default)
    {
        Leaves = (data.Rows + LeafRows - 1) / LeafRows;
        _order = new KdOrder(data, threads, cancellation).Build();
        Rows = data.Gather(_order, scale);
        Boxes = new KdBoxes(Rows, Leaves);
    }

    /// <summary>The rows, leaf after leaf.</summary>
    public Matrix Rows { get; }

    public KdBoxes Boxes { get; }

    public int Leaves { get; }

    /// <summary>Where each row of <see cref="Rows"/> stood in the data.</summary>
    public ReadOnlySpan<int> Order => _order;

    public (int From, int To) Leaf(int leaf) => (leaf * LeafRows, Math.Min(Rows.Rows, (leaf + 1) * LeafRows));
}
