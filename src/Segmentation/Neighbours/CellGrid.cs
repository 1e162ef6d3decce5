namespace Segmentation.Neighbours;

/// <summary>Rows in the order of their cells, and of the data within a cell.</summary>
internal sealed class CellGrid
{
    // The first row of each cell, and that of the cell after the last.
    private readonly int[] _starts;
    private readonly int[] _order;

    public CellGrid(Matrix data, CellLayout layout, float scale)
    {
        Layout = layout;
        var cells = layout.CellOfRows(data);
        _starts = new int[layout.Cells + 2];
        foreach (int cell in cells)
            _starts[cell + 2]++;
        var occupied = new List<int>();
        for (int c = 2; c < _starts.Length; c++)
        {
            if (_starts[c] > 0)
                occupied.Add(c - 2);
            _starts[c] += _starts[c - 1];
        }
        _order = new int[cells.Length];
        // Moves each start to the end of its cell, which is the start of the next.
        for (int i = 0; i < cells.Length; i++)
            _order[_starts[cells[i] + 1]++] = i;
        Rows = data.Gather(_order, scale);
        Occupied = [.. occupied];
    }

    public CellLayout Layout { get; }

    /// <summary>The rows, cell after cell.</summary>
    public Matrix Rows { get; }

    /// <summary>The cells that have rows.</summary>
    public int[] Occupied { get; }

    /// <summary>Where each row of <see cref="Rows"/> stood in the data.</summary>
    public ReadOnlySpan<int> Order => _order;

    public (int From, int To) Cell(int cell) => (_starts[cell], _starts[cell + 1]);

    /// <summary>The rows of five cells in a line.</summary>
    public (int From, int To) Run(int middle) => (_starts[middle - 2], _starts[middle + 3]);
}
