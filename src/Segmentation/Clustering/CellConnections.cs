using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Second pass over cells: those with core rows within epsilon of each other come into one set of cells.</summary>
internal static class CellConnections
{
    public static DisjointSets Join(CellPasses passes, CellCores cores)
    {
        var layout = passes.Grid.Layout;
        var sets = new DisjointSets(passes.Grid.Cells);
        // Cells that touch make most sets, and then a look into an array of roots leaves out most of the others.
        int[] roots = [.. Enumerable.Range(0, passes.Grid.Cells)];
        JoinAhead(passes, cores, sets, layout.Touching, roots);
        for (int cell = 0; cell < roots.Length; cell++)
            roots[cell] = sets.Find(cell);
        JoinAhead(passes, cores, sets, layout.Apart, roots);
        return sets;
    }

    private static void JoinAhead(CellPasses passes, CellCores cores, DisjointSets sets, CellLine[] lines, int[] roots) => passes.ForEachCell(cell =>
    {
        if (!cores.HasCore(cell))
            return;
        foreach (var line in lines)
        {
            int first = passes.Grid.Place(cell) + line.Step;
            for (ulong places = cores.Places.Window(first) & line.Places; places != 0; places &= places - 1)
            {
                int other = passes.Grid.CellAt(first + BitOperations.TrailingZeroCount(places));
                if (roots[cell] != roots[other] && sets.Find(cell) != sets.Find(other) && AreNear(passes, cores, cell, other))
                    sets.Join(cell, other);
            }
        }
    });

    private static bool AreNear(CellPasses passes, CellCores cores, int a, int b)
    {
        var (first, second) = (passes.Grid.Cell(a), passes.Grid.Cell(b));
        return first.To - first.From <= second.To - second.From ? AreNear(passes, cores, first, second) : AreNear(passes, cores, second, first);
    }

    private static bool AreNear(CellPasses passes, CellCores cores, (int From, int To) few, (int From, int To) many)
    {
        Span<float> point = stackalloc float[passes.Grid.Rows.Columns];
        for (int i = few.From; i < few.To; i++)
        {
            if (!cores.IsCore(i))
                continue;
            passes.Load(i, point);
            for (int from = many.From; from < many.To; from += CellPasses.RowsPerStep)
            {
                for (ulong near = passes.Within(from, Math.Min(many.To, from + CellPasses.RowsPerStep), point); near != 0; near &= near - 1)
                {
                    if (cores.IsCore(from + BitOperations.TrailingZeroCount(near)))
                        return true;
                }
            }
        }
        return false;
    }
}
