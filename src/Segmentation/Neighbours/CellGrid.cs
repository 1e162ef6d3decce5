namespace Segmentation.Neighbours;

/// <summary>Rows in the order of their cells, and of the data within a cell. Cells with rows are numbered as they follow each other, empty ones have no number.</summary>
internal sealed class CellGrid
{
    private readonly CellMarks _marks;
    // The first row of each cell, and that of the cell after the last.
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly int[] _order;

    public CellGrid(Matrix data, CellLayout layout, float scale)
    {
        Layout = layout;
        var cells = layout.PlaceOfRows(data);
        _marks = new CellMarks(cells, layout.Places);
        _places = _marks.ToArray();
        _starts = new int[Cells + 2];
        foreach (ref int cell in cells.AsSpan())
        {
            cell = _marks.Rank(cell);
            _starts[cell + 2]++;
        }
        for (int c = 2; c < _starts.Length; c++)
            _starts[c] += _starts[c - 1];
        _order = new int[cells.Length];
        // Moves each start to the end of its cell, which is the start of the next.
        for (int i = 0; i < cells.Length; i++)
            _order[_starts[cells[i] + 1]++] = i;
        Rows = data.Gather(_order, scale);
    }

    public CellLayout Layout { get; }

    /// <summary>The rows, cell after cell.</summary>
    public Matrix Rows { get; }

    /// <summary>How many cells have rows.</summary>
    public int Cells => _marks.Count;

    /// <summary>Where each row of <see cref="Rows"/> stood in the data.</summary>
    public ReadOnlySpan<int> Order => _order;

    public (int From, int To) Cell(int cell) => (_starts[cell], _starts[cell + 1]);

    public int Place(int cell) => _places[cell];

    /// <summary>The cell at a place that has rows.</summary>
    public int CellAt(int place) => _marks.Rank(place);

    /// <summary>The rows of the cells at a line of places.</summary>
    public (int From, int To) Line(int first) => (_starts[_marks.Rank(first)], _starts[_marks.Rank(first + CellLine.Length)]);

    /// <summary>Marks at the places of some cells.</summary>
    public CellMarks Mark(Func<int, bool> cells) => new([.. _places.Where((_, cell) => cells(cell))], Layout.Places);
}
