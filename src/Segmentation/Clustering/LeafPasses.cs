using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Passes of DBSCAN over the leaves of a k-d tree, in pieces of work, and the questions that all of them ask.</summary>
internal sealed class LeafPasses(KdTree tree, Within within, int threads, IProgress<double>? progress, CancellationToken cancellation)
{
    private const int LeavesPerPiece = 32;
    private const int Passes = 3;

    private readonly int _pieces = (tree.Leaves + LeavesPerPiece - 1) / LeavesPerPiece;
    private readonly ProgressCount _count = new(progress, Passes * ((tree.Leaves + LeavesPerPiece - 1) / LeavesPerPiece));

    public KdTree Tree { get; } = tree;

    public void ForEachLeaf(Action<int, NearLeaves> work) => Workers.Run(_pieces, threads, piece =>
    {
        var near = new NearLeaves(Tree, within.Possibly);
        int end = Math.Min(Tree.Leaves, (piece + 1) * LeavesPerPiece);
        for (int leaf = piece * LeavesPerPiece; leaf < end; leaf++)
        {
            cancellation.ThrowIfCancellationRequested();
            work(leaf, near);
        }
        _count.Add();
    }, cancellation);

    /// <summary>The rows of a leaf within epsilon of a point.</summary>
    public ulong Within(int leaf, ReadOnlySpan<float> point)
    {
        var (from, to) = Tree.Leaf(leaf);
        return within.Mask(Tree.Rows, from, to, point);
    }

    /// <summary>Whether any row of the leaf can be within epsilon of a point.</summary>
    public bool Reaches(ReadOnlySpan<float> point, int leaf) =>
        Tree.Boxes.SquaredDistance(point, Tree.Boxes.FirstLeaf + leaf) <= within.Possibly;

    public void Load(int row, Span<float> point)
    {
        for (int j = 0; j < point.Length; j++)
            point[j] = Tree.Rows[row, j];
    }
}
