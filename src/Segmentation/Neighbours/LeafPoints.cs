namespace Segmentation.Neighbours;

/// <summary>The rows of one leaf, each row together, to be compared with other leaves. One per thread.</summary>
internal sealed class LeafPoints(KdTree tree)
{
    private readonly float[] _cells = new float[KdTree.LeafRows * tree.Rows.Columns];

    public int From { get; private set; }

    public int Count { get; private set; }

    public ReadOnlySpan<float> this[int row] => _cells.AsSpan(row * tree.Rows.Columns, tree.Rows.Columns);

    public void Load(int leaf)
    {
        var (from, to) = tree.Leaf(leaf);
        (From, Count) = (from, to - from);
        for (int j = 0; j < tree.Rows.Columns; j++)
        {
            var column = tree.Rows.Column(j)[from..to];
            for (int i = 0; i < column.Length; i++)
                _cells[i * tree.Rows.Columns + j] = column[i];
        }
    }

    /// <summary>Whether a leaf can have a row at less than a squared distance from a row.</summary>
    public bool Reaches(int row, int leaf, double squared) => tree.Boxes.IsNearer(this[row], tree.Boxes.FirstLeaf + leaf, squared);
}
