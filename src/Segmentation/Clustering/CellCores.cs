using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>First pass over cells: which rows have enough rows around them, and which cells have such rows.</summary>
internal sealed class CellCores
{
    private readonly CellPasses _passes;
    private readonly int _minPoints;
    private readonly bool[] _rows;
    private readonly bool[] _cells;

    public CellCores(CellPasses passes, int minPoints)
    {
        (_passes, _minPoints) = (passes, minPoints);
        _rows = new bool[passes.Grid.Rows.Rows];
        _cells = new bool[passes.Grid.Cells];
        passes.ForEachCell(Find);
        Places = passes.Grid.Mark(HasCore);
    }

    /// <summary>Where the cells with core rows are.</summary>
    public CellMarks Places { get; }

    public bool IsCore(int row) => _rows[row];

    public bool HasCore(int cell) => _cells[cell];

    // The rows of a cell are within epsilon of each other: enough of them are core without a look at a distance.
    private void Find(int cell)
    {
        var (from, to) = _passes.Grid.Cell(cell);
        if (to - from >= _minPoints)
            _rows.AsSpan(from, to - from).Fill(true);
        else if (HasEnoughAround(cell))
            FindInFew(cell, from, to);
        _cells[cell] = _rows.AsSpan(from, to - from).Contains(true);
    }

    private bool HasEnoughAround(int cell)
    {
        int place = _passes.Grid.Place(cell), rows = 0;
        foreach (int line in _passes.Grid.Layout.Lines)
        {
            var (from, to) = _passes.Grid.Line(place + line);
            if ((rows += to - from) >= _minPoints)
                return true;
        }
        return false;
    }

    private void FindInFew(int cell, int from, int to)
    {
        Span<float> point = stackalloc float[_passes.Grid.Rows.Columns];
        for (int i = from; i < to; i++)
        {
            _passes.Load(i, point);
            int neighbours = 0;
            foreach (int line in _passes.Grid.Layout.Lines)
            {
                neighbours += Count(_passes.Grid.Place(cell) + line, point, _minPoints - neighbours);
                if (neighbours >= _minPoints)
                    break;
            }
            _rows[i] = neighbours >= _minPoints;
        }
    }

    private int Count(int line, ReadOnlySpan<float> point, int needed)
    {
        int count = 0;
        var (from, to) = _passes.Grid.Line(line);
        for (; from < to && count < needed; from += CellPasses.RowsPerStep)
            count += BitOperations.PopCount(_passes.Within(from, Math.Min(to, from + CellPasses.RowsPerStep), point));
        return count;
    }
}
