using System.Text;

namespace Dashboard.Data;

/// <summary>Rows on their way from the thread that reads to the one that writes: cell after cell, texts as UTF-8. Used again once written.</summary>
internal sealed class RowBatch(int cellsPerRow)
{
    private const int FullCells = 1 << 15;
    private const int FullBytes = 1 << 20;
    private const int IsNumber = -1;
    private const int IsMissing = -2;
    private readonly (double Number, int Length)[] _cells = new (double, int)[FullCells + cellsPerRow];
    private byte[] _texts = new byte[1 << 16];
    private int _filled;
    private int _used;

    public int Rows => _filled / cellsPerRow;
    public bool IsFull => _filled >= FullCells || _used >= FullBytes;

    public void Number(double value) => _cells[_filled++] = (value, IsNumber);

    public void Missing() => _cells[_filled++] = (0, IsMissing);

    public void Text(ReadOnlySpan<char> value)
    {
        var most = _used + Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(most, 2 * _texts.Length));
        }
        var length = Encoding.UTF8.GetBytes(value, _texts.AsSpan(_used));
        _cells[_filled++] = (0, length);
        _used += length;
    }

    /// <summary>Runs the statement for each row, its cells bound from the second parameter on.</summary>
    public void Run(RawStatement insert)
    {
        const int First = 2;
        var (start, parameter) = (0, First);
        foreach (var (number, length) in _cells.AsSpan(0, _filled))
        {
            switch (length)
            {
                case IsNumber: insert.Bind(parameter, number); break;
                case IsMissing: insert.BindNull(parameter); break;
                default: insert.Bind(parameter, _texts.AsSpan(start, length)); start += length; break;
            }
            if (++parameter == First + cellsPerRow)
            {
                insert.Run();
                parameter = First;
            }
        }
        (_filled, _used) = (0, 0);
    }
}
