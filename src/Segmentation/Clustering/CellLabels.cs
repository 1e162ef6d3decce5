using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Third pass over cells: core rows are labelled by the set of their cell, border rows by that of their nearest core row, the rest is noise.</summary>
internal sealed class CellLabels(CellPasses passes, CellCores cores, DisjointSets sets)
{
    private readonly int[] _cells = new int[passes.Grid.Rows.Rows];

    /// <summary>A label per row of the original data; clusters are numbered as they come.</summary>
    public int[] Assign()
    {
        var labels = new int[_cells.Length];
        for (int cell = 0; cell < passes.Grid.Cells; cell++)
        {
            var (from, to) = passes.Grid.Cell(cell);
            _cells.AsSpan(from, to - from).Fill(cell);
        }
        passes.ForEachCell(cell => AssignRoots(cell, labels));
        RootNumbers.Apply(labels, passes.Grid.Cells);
        return labels;
    }

    private void AssignRoots(int cell, int[] roots)
    {
        Span<float> point = stackalloc float[passes.Grid.Rows.Columns];
        var (from, to) = passes.Grid.Cell(cell);
        for (int i = from; i < to; i++)
        {
            int core = i;
            if (!cores.IsCore(i))
            {
                passes.Load(i, point);
                core = NearestCore(cell, point);
            }
            roots[passes.Grid.Order[i]] = core < 0 ? -1 : sets.Find(_cells[core]);
        }
    }

    private int NearestCore(int cell, ReadOnlySpan<float> point)
    {
        var order = passes.Grid.Order;
        int nearest = -1;
        double least = double.PositiveInfinity;
        foreach (int line in passes.Grid.Layout.Lines)
        {
            int first = passes.Grid.Place(cell) + line;
            if ((cores.Places.Window(first) & CellLine.All) == 0)
                continue;
            var (from, to) = passes.Grid.Line(first);
            for (; from < to; from += CellPasses.RowsPerStep)
            {
                for (ulong near = passes.Within(from, Math.Min(to, from + CellPasses.RowsPerStep), point); near != 0; near &= near - 1)
                {
                    int row = from + BitOperations.TrailingZeroCount(near);
                    if (!cores.IsCore(row))
                        continue;
                    double distance = Kernels.Within.Squared(passes.Grid.Rows, row, point);
                    if (distance < least || (distance == least && order[row] < order[nearest]))
                        (nearest, least) = (row, distance);
                }
            }
        }
        return nearest;
    }
}
