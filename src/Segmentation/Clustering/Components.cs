using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>What one round of Borůvka's algorithm knows: the component of each row and node, and the shortest edge out of each component so far.</summary>
internal sealed class Components
{
    private const int Mixed = -1;

    private readonly KdTree _tree;
    // Followed by room for whole steps.
    private readonly int[] _ofRow;
    private readonly int[] _ofNode;
    // The bits of non-negative doubles, which are in the order of the doubles.
    private readonly long[] _shortest;

    public Components(KdTree tree)
    {
        _tree = tree;
        _ofRow = new int[tree.Rows.PaddedRows];
        _ofNode = new int[2 * tree.Boxes.FirstLeaf];
        _shortest = new long[tree.Rows.Rows];
    }

    public int this[int row] => _ofRow[row];

    /// <summary>Which of the 16 rows from one on are in a component, a bit each.</summary>
    public ulong Mask(int component, int from) => Kernels.EqualTo.Mask(_ofRow, from, component);

    /// <summary>The component of all rows under a node, or a negative number that no row has.</summary>
    public int OfNode(int node) => _ofNode[node];

    /// <summary>Squared; threads may see an older, longer one.</summary>
    public double Shortest(int component) => BitConverter.Int64BitsToDouble(Volatile.Read(ref _shortest[component]));

    public void Shorten(int component, double squared)
    {
        long bits = BitConverter.DoubleToInt64Bits(squared);
        long seen = Volatile.Read(ref _shortest[component]);
        while (bits < seen)
            seen = Interlocked.CompareExchange(ref _shortest[component], bits, seen) is var found && found == seen ? bits : found;
    }

    public void Update(DisjointSets sets)
    {
        for (int i = 0; i < _shortest.Length; i++)
            _ofRow[i] = sets.Find(i);
        Array.Fill(_shortest, BitConverter.DoubleToInt64Bits(double.PositiveInfinity));
        for (int leaf = 0; leaf < _tree.Boxes.FirstLeaf; leaf++)
            _ofNode[_tree.Boxes.FirstLeaf + leaf] = OfLeaf(leaf);
        for (int node = _tree.Boxes.FirstLeaf - 1; node >= 1; node--)
            _ofNode[node] = _ofNode[2 * node] == _ofNode[2 * node + 1] ? _ofNode[2 * node] : Mixed;
    }

    private int OfLeaf(int leaf)
    {
        if (leaf >= _tree.Leaves)
            return Mixed;
        var (from, to) = _tree.Leaf(leaf);
        return _ofRow.AsSpan(from, to - from).ContainsAnyExcept(_ofRow[from]) ? Mixed : _ofRow[from];
    }
}
