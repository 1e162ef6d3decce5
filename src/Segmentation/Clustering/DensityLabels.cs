using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Third pass: core rows are labelled by their set, border rows by that of their nearest core row, the rest is noise.</summary>
internal sealed class DensityLabels(LeafPasses passes, ulong[] cores, DisjointSets sets)
{
    /// <summary>A label per row of the original data; clusters are numbered as they come.</summary>
    public int[] Assign()
    {
        var labels = new int[passes.Tree.Rows.Rows];
        passes.ForEachLeaf((leaf, near) => AssignRoots(leaf, near, labels));
        RootNumbers.Apply(labels, labels.Length);
        return labels;
    }

    private void AssignRoots(int leaf, NearLeaves near, int[] roots)
    {
        var (from, to) = passes.Tree.Leaf(leaf);
        ReadOnlySpan<int> leaves = default;
        Span<float> point = stackalloc float[passes.Tree.Rows.Columns];
        for (int i = from; i < to; i++)
        {
            int core = i;
            if ((cores[leaf] >> (i - from) & 1) == 0)
            {
                if (leaves.IsEmpty)
                    leaves = near.Around(leaf);
                passes.Load(i, point);
                core = NearestCore(point, leaves);
            }
            roots[passes.Tree.Order[i]] = core < 0 ? -1 : sets.Find(core);
        }
    }

    private int NearestCore(ReadOnlySpan<float> point, ReadOnlySpan<int> leaves)
    {
        var order = passes.Tree.Order;
        int nearest = -1;
        double least = double.PositiveInfinity;
        foreach (int leaf in leaves)
        {
            if (cores[leaf] == 0 || !passes.Reaches(point, leaf))
                continue;
            int from = passes.Tree.Leaf(leaf).From;
            for (ulong reached = passes.Within(leaf, point) & cores[leaf]; reached != 0; reached &= reached - 1)
            {
                int row = from + BitOperations.TrailingZeroCount(reached);
                double distance = Kernels.Within.Squared(passes.Tree.Rows, row, point);
                if (distance < least || (distance == least && order[row] < order[nearest]))
                    (nearest, least) = (row, distance);
            }
        }
        return nearest;
    }
}
