using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>First pass: which rows have enough rows around them, one bit per row of each leaf.</summary>
internal static class CoreRows
{
    public static ulong[] Find(LeafPasses passes, int minPoints)
    {
        var cores = new ulong[passes.Tree.Leaves];
        passes.ForEachLeaf((leaf, near) => cores[leaf] = InLeaf(passes, minPoints, leaf, near));
        return cores;
    }

    // The own leaf is counted first and the others nearest first, as it is enough to count up to minPoints.
    private static ulong InLeaf(LeafPasses passes, int minPoints, int leaf, NearLeaves near)
    {
        ulong cores = 0;
        ReadOnlySpan<int> leaves = default;
        Span<float> point = stackalloc float[passes.Tree.Rows.Columns];
        var (from, to) = passes.Tree.Leaf(leaf);
        for (int i = from; i < to; i++)
        {
            passes.Load(i, point);
            int neighbours = BitOperations.PopCount(passes.Within(leaf, point));
            if (neighbours < minPoints && leaves.IsEmpty)
                leaves = near.Around(leaf);
            for (int n = 0; n < leaves.Length && neighbours < minPoints; n++)
            {
                if (leaves[n] != leaf && passes.Reaches(point, leaves[n]))
                    neighbours += BitOperations.PopCount(passes.Within(leaves[n], point));
            }
            if (neighbours >= minPoints)
                cores |= 1UL << (i - from);
        }
        return cores;
    }
}
