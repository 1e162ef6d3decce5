using System.Runtime.InteropServices;

namespace Segmentation;

/// <summary>
/// A table of finite float32 numbers, one column after the other; every column starts on a cache line and is followed
/// by zeros up to a full block, so that kernels may read past the last row.
/// </summary>
public sealed class Matrix
{
    internal const int Block = 64;
    private const int FloatsPerLine = 16;

    private readonly float[] _values;
    private readonly int _start;

    internal Matrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        PaddedRows = (rows + Block - 1) / Block * Block;
        // One line more than the padding: columns a power of two apart would share their cache sets.
        Stride = PaddedRows + FloatsPerLine;
        _values = GC.AllocateArray<float>(checked(Stride * columns + Block + FloatsPerLine), pinned: true);
        _start = FloatsToNextLine(_values);
    }

    public int Rows { get; }

    public int Columns { get; }

    internal int PaddedRows { get; }

    internal int Stride { get; }

    public float this[int row, int column] => (uint)row < (uint)Rows && (uint)column < (uint)Columns
        ? _values[_start + column * Stride + row]
        : throw new ArgumentOutOfRangeException(nameof(row), $"There is no cell {row}, {column} in {Rows} × {Columns}.");

    public ReadOnlySpan<float> Column(int j) => Writable(j);

    /// <summary>Copies columns of equal length; throws <see cref="NotFiniteValueException"/> for the first bad cell.</summary>
    public static Matrix FromColumns(IReadOnlyList<double[]> columns)
    {
        var matrix = new Matrix(columns.Count == 0 ? 0 : columns[0].Length, columns.Count);
        for (int j = 0; j < columns.Count; j++)
        {
            if (columns[j].Length != matrix.Rows)
                throw new ArgumentException($"Column {j} has {columns[j].Length} rows, column 0 has {matrix.Rows}.", nameof(columns));
            matrix.Fill(j, columns[j], 0, 1);
        }
        return matrix;
    }

    /// <summary>Copies rows of equal length; throws <see cref="NotFiniteValueException"/> for the first bad cell.</summary>
    public static Matrix FromRows(IReadOnlyList<double[]> rows)
    {
        var matrix = new Matrix(rows.Count, rows.Count == 0 ? 0 : rows[0].Length);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != matrix.Columns)
                throw new ArgumentException($"Row {i} has {rows[i].Length} columns, row 0 has {matrix.Columns}.", nameof(rows));
            for (int j = 0; j < matrix.Columns; j++)
                matrix.Writable(j)[i] = Finite((float)rows[i][j], i, j);
        }
        return matrix;
    }

    /// <summary>That many rows, evenly spread over the table in their order; the table itself when it has no more.</summary>
    public Matrix Thinned(int rows) => Rows <= rows ? this : Gather(Spread(Rows, rows));

    /// <summary>The numbers of the rows that <see cref="Thinned"/> keeps of so many.</summary>
    public static int[] Spread(int rows, int most) => [.. Enumerable.Range(0, Math.Min(rows, most)).Select(i => (int)((long)i * rows / Math.Min(rows, most)))];

    internal double[] Row(int row)
    {
        var values = new double[Columns];
        for (int j = 0; j < Columns; j++)
            values[j] = this[row, j];
        return values;
    }

    internal Span<float> Writable(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns);
        return _values.AsSpan(_start + column * Stride, Rows);
    }

    /// <summary>The first cell of the table, for kernels; column j begins j strides later.</summary>
    internal ref float First => ref MemoryMarshal.GetReference(_values.AsSpan(_start));

    /// <summary>Stores (value - offset) / factor, computed in double.</summary>
    internal void Fill(int column, double[] values, double offset, double factor)
    {
        var target = Writable(column);
        for (int i = 0; i < target.Length; i++)
            target[i] = Finite((float)((values[i] - offset) / factor), i, column);
    }

    /// <summary>The rows in another order (some may be left out), times a scale that should be a power of two.</summary>
    public Matrix Gather(ReadOnlySpan<int> order, float scale = 1)
    {
        var gathered = new Matrix(order.Length, Columns);
        for (int j = 0; j < Columns; j++)
        {
            var from = Column(j);
            var to = gathered.Writable(j);
            for (int i = 0; i < order.Length; i++)
                to[i] = from[order[i]] * scale;
        }
        return gathered;
    }

    private static float Finite(float value, int row, int column) =>
        float.IsFinite(value) ? value : throw new NotFiniteValueException(row, column);

    private static unsafe int FloatsToNextLine(float[] pinned)
    {
        fixed (float* first = pinned)
            return (int)((64 - ((nint)first & 63)) & 63) / sizeof(float);
    }
}
